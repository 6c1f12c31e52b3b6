"""Deletion of an account from inside the server."""

import asyncio

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.directory import Accounts


async def remove_account(request: Request, account: Account) -> None:
    """Ends what it runs, and removes its database."""
    accounts: Accounts = request.app.state.accounts
    await account.close()
    await asyncio.to_thread(accounts.drop, account)
