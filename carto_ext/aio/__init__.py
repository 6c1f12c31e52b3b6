"""The I/O shells, written by hand for async; scripts/unasync makes their synchronous twins one folder up."""
