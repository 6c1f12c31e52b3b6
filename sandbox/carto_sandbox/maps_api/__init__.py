"""CARTO's Maps API: layergroups, templates, tiles."""
