"""`carto.frames`: tables as frames, and frames as tables."""
