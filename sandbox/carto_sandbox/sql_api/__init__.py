"""CARTO's SQL API: queries, COPY, batch jobs."""
