"""Toolchains of other languages: what makes, checks and runs a client there, and how to get it."""
