"""Visualizations: maps, datasets as visualizations, kuviz."""
