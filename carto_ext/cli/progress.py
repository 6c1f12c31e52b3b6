"""Progress on the stderr of a terminal; silence in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carto_ext._shared.chunks import ProgressCallback

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_NAME = 30


class Line:
    """What is told of one transfer; without a terminal nothing."""

    def __init__(self, bars: "Progress | None" = None, task: "TaskID | None" = None) -> None:
        self._bars, self._task = bars, task

    @property
    def bytes(self) -> ProgressCallback | None:
        """For transfers that count bytes and their total."""
        return None if self._bars is None else self._count

    @property
    def rows(self) -> Callable[[int, int], object] | None:
        """For frames, which count rows and bytes."""
        return None if self._bars is None else lambda _, size: self._count(size, None)

    def say(self, text: str) -> None:
        """Another name from now on."""
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, description=_short(text))

    def _count(self, done: int, total: int | None) -> None:
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, completed=done, total=total)


@contextmanager
def transfers() -> Iterator[Callable[[str], Line]]:
    """`track(name)` begins a line: bytes, speed and time left of one transfer. All of them vanish at the end."""
    if not sys.stderr.isatty():
        yield lambda _: Line()
        return
    from rich import progress
    from rich.console import Console

    bars = progress.Progress(
        progress.TextColumn("{task.description}", markup=False),
        progress.BarColumn(bar_width=12),
        progress.DownloadColumn(),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        yield lambda name: Line(bars, bars.add_task(_short(name), total=None))


@contextmanager
def waiting(text: str) -> Iterator[Callable[[str], None]]:
    """A line that moves while CARTO works; the callback changes its text."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(text)) as status:

        def tell(changed: str) -> None:
            status.update(Text(changed))

        yield tell


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"…{name[1 - _NAME :]}"
