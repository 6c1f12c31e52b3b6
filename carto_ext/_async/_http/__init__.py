"""How calls travel."""
