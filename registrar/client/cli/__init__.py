"""`zm`: the commands. Data go to stdout and nothing else does; messages go to stderr."""
