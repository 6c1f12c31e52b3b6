"""Many calls at once, in tasks of this event loop; tests/_sync/concurrency.py has threads, by hand too."""

import asyncio
from collections.abc import Awaitable, Callable

AT_ONCE = 50


async def together(call: Callable[[int], Awaitable[object]]) -> list[object]:
    """The results of call(0), call(1), … in this order."""
    return list(await asyncio.gather(*map(call, range(AT_ONCE))))
