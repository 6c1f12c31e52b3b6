"""What both colours share: it exists once."""
