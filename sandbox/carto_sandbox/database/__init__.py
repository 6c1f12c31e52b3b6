"""PostgreSQL: servers, connections, types, names, CARTO's SQL functions."""
