"""Calls at once, as a program makes them that wants so many and no more; needs nothing but Python."""

import asyncio
from collections.abc import Awaitable, Callable


async def at_once(call: Callable[[], Awaitable[int]], count: int, width: int) -> int:
    """The sum of what `count` calls give, `width` of them at the same time."""
    slots = asyncio.Semaphore(width)

    async def slotted() -> int:
        async with slots:
            return await call()

    return sum(await asyncio.gather(*(slotted() for _ in range(count))))
