"""Accounts: what is in them, and who may do what."""
