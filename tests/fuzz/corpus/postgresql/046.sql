fetch 5 from c;
close all;
listen x;
notify x, 'y';
unlisten *;
load 'x';
