"""How a file or URL becomes a table."""
