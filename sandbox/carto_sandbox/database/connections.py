"""Connections to an account's database, and how they end where nothing may be awaited."""

import contextlib
from typing import Any

import psycopg

Connection = psycopg.AsyncConnection[tuple[Any, ...]]


def drop_connection(connection: Connection) -> None:
    """Closes without waiting, cancelling a running statement first: usable where nothing may be awaited."""
    cancel_query(connection)
    connection.pgconn.finish()


def cancel_query(connection: Connection) -> None:
    """Ask the server, from outside, to end a connection's query. The waiting caller gets an error."""
    with contextlib.suppress(psycopg.Error):
        if connection.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
            connection.pgconn.get_cancel().cancel()
