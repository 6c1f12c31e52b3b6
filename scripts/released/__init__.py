"""The API description and the Python interface as they were in the last release, and what breaks those who use them."""
