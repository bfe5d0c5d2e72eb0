"""The questions that rules ask of a case, each defined once; one subject a file."""
