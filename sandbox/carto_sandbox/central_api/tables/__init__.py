"""Tables with their columns and records."""
