"""What could carry a call, and what each candidate does with the requirements: scripts/bakeoff."""
