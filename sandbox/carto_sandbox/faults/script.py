"""The sequence of faults."""

import threading
from collections import deque
from collections.abc import Iterable

from carto_sandbox.faults.faults import Break, Fault, Fine, Point, Storm

_EVERY = ""


class Script:
    """Faults in the order in which requests meet them; None is a request without one. Safe from several threads.

    An operation with a script of its own takes from that until it is used up and has no default, then from the common
    one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, deque[Fault]] = {}
        self._defaults: dict[str, Fault] = {}

    def put(self, faults: Iterable[Fault | None], default: Fault | None, on: str = _EVERY) -> None:
        """Replaces what is left of the script, of one operation (`on`) or the common one."""
        queue: deque[Fault] = deque()
        for fault in faults:
            match fault:
                case None:
                    queue.append(Fine())
                case Storm(times, repeated):
                    queue.extend([repeated] * times)
                case _:
                    queue.append(fault)
        with self._lock:
            self._queues[on] = queue
            self._defaults.pop(on, None)
            if default is not None:
                self._defaults[on] = default

    def clear(self) -> None:
        with self._lock:
            self._queues.clear()
            self._defaults.clear()

    def take(self, operation_id: str) -> Fault:
        with self._lock:
            for key in (operation_id, _EVERY):
                if self._queues.get(key):
                    return self._queues[key].popleft()
                if key in self._defaults:
                    return self._defaults[key]
        return Fine()

    def take_at_accept(self) -> Break | None:
        """The common script's next fault, if it strikes before a request can be read."""
        with self._lock:
            queue = self._queues.get(_EVERY)
            following = queue[0] if queue else self._defaults.get(_EVERY)
            if not isinstance(following, Break) or following.at is not Point.ACCEPT:
                return None
            if queue:
                queue.popleft()
            return following

    @property
    def left(self) -> int:
        """How many faults were not met yet."""
        with self._lock:
            return sum(len(queue) for queue in self._queues.values())
