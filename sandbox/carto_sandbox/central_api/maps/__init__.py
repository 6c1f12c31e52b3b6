"""Maps as such: where they are looked at from, and their layers."""
