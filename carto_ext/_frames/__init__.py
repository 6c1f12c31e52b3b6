"""Frames as pure functions: SQL made, COPY's CSV to Arrow and back, geometry, GeoParquet. Nothing here waits.

All modules but `names` and `blocks` import what the extras `arrow` and `geo` bring, so they are imported late.
"""
