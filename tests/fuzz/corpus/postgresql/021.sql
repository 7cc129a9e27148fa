alter function s.f(int) rename to g;
alter procedure p() set schema x;
alter aggregate a(int) owner to joe;
alter schema s owner to joe;
alter trigger t on s.x rename to y;
alter trigger t on x depends on extension e;
