"""Work that threads do while the network waits for it, or it for the network."""

import os
from collections import deque
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import aclosing
from time import monotonic
from typing import TypeAlias

from carto_ext._async.concurrency import result_of

Job: TypeAlias = Callable[[], bytes]

# More would only take the cores of others: two compress faster than most networks send.
THREADS = min(os.cpu_count() or 1, 4)
# A source that took longer for its last piece is slower than the work: what is done does not wait for the next one.
SLOW_SECONDS = 0.02


async def done_ahead(jobs: AsyncGenerator[Job], *, threads: int, ahead: int) -> AsyncGenerator[bytes]:
    """The results of the jobs in their order; up to `threads` are worked on at the same time.

    Holds the results of `ahead` jobs and no more, so that memory is the same for any number; none while the next job is
    slow to come. An error of `jobs` comes after the results of those before it.
    """
    pending: deque[Future[bytes]] = deque()
    pool = ThreadPoolExecutor(threads)
    failures: list[Exception] = []
    try:
        asked = monotonic()
        async with aclosing(jobs), aclosing(_until_failure(jobs, failures)) as coming:
            async for job in coming:
                pending.append(pool.submit(job))
                keep = 0 if monotonic() - asked > SLOW_SECONDS else ahead
                while len(pending) > keep:
                    if made := await result_of(pending.popleft()):
                        yield made
                asked = monotonic()
        while pending:
            if made := await result_of(pending.popleft()):
                yield made
    finally:
        pool.shutdown(cancel_futures=True)
    if failures:
        raise failures.pop()


async def _until_failure(jobs: AsyncGenerator[Job], failures: list[Exception]) -> AsyncGenerator[Job]:
    try:
        async for job in jobs:
            yield job
    except Exception as error:  # noqa: BLE001 - raised above, later
        failures.append(error)
