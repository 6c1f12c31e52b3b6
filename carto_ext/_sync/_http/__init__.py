# Made from carto_ext/_async/_http/__init__.py by scripts/unasync; do not edit.
"""The HTTP transport."""
