"""The `diary` command: one command a file, each of which parses, calls one function and prints."""
