 begin if not exists (select 1 from pg_type where typname = 'm') then create type m as enum ('a'); else perform refresh(); end if; end 
