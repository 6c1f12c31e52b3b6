"""How generated/carto_client is made from spec/openapi.yaml; `scripts/regenerate` runs it."""
