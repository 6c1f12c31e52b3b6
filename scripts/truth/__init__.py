"""Hold recordings and samples of CARTO's answers against the spec and the client made from it (scripts/check_truth)."""
