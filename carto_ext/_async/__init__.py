"""Clients, groups, jobs and lists: written by hand here, from which scripts/unasync makes `_sync`."""
