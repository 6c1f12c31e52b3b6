"""CARTO's central application: datasets, maps, imports, users, keys."""
