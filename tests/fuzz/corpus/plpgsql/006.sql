 begin nothing 
