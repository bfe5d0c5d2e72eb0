"""One file for each revision; none imports anything of the program, which goes on changing."""
