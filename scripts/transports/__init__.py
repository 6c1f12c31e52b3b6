"""Candidates for the transport, and their behaviour under the requirements: scripts/bakeoff."""
