"""Errors that stop a regeneration."""


class GenerationError(Exception):
    """The client cannot be generated; the message says why and what to do."""
