# Made from carto_ext/_async/__init__.py by scripts/unasync; do not edit.
"""Clients, groups, jobs and lists: written by hand here, from which scripts/unasync makes `_sync`."""
