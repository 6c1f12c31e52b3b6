"""Measurements of this client beside others; scripts/bench is the way in."""
