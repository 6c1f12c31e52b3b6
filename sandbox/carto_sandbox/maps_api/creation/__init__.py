"""From the MapConfig that was sent to the map that is kept: what CARTO's server makes of it, step by step."""
