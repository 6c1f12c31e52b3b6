"""Code that the async and the sync client share."""
