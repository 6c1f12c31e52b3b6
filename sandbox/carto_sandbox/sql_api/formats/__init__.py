"""Bodies of /sql, one module for each way of making them."""
