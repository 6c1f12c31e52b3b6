"""Pictures of maps, by Mapnik: the extra `render` of this package brings it."""
