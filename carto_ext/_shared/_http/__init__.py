"""How calls travel: what both colours share. Nothing here waits, but where it is told how long."""
