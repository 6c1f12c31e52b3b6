"""Streaming: request bodies produced while they are sent, and answers processed while they arrive."""
