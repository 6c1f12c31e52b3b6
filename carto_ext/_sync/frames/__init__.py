# Made from carto_ext/_async/frames/__init__.py by scripts/unasync; do not edit.
"""`carto.frames`: tables as frames, and frames as tables."""
