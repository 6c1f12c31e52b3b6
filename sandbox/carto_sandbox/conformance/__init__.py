"""Checks requests and answers against the API description."""
