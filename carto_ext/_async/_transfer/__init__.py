"""Bodies that are made while they are sent, and read while they come."""
