"""An organization: its users, groups, and what they have in common."""
