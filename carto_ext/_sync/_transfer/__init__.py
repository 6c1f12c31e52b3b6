# Made from carto_ext/_async/_transfer/__init__.py by scripts/unasync; do not edit.
"""Streaming: request bodies produced while they are sent, and answers processed while they arrive."""
