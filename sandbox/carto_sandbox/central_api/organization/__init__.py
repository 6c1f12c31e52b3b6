"""An organization: its users, its groups, and its shared objects."""
