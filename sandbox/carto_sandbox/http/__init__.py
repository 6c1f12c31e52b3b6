"""Parameters and error answers of all three servers."""
