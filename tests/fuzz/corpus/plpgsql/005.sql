 begin this is not plpgsql at all; end 
