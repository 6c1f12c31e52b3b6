"""Frames as pure functions: SQL made, COPY's CSV to Arrow and back, geometry, GeoParquet. Nothing here waits.

Most modules import what the extras `arrow` and `geo` bring, so all those are imported late.
"""
