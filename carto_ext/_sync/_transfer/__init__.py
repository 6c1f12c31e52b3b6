# Made from carto_ext/_async/_transfer/__init__.py by scripts/unasync; do not edit.
"""Bodies that are made while they are sent, and read while they come."""
