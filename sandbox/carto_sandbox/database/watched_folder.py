"""Temporary folders that go with the process that made them, however it ends: also by SIGKILL."""

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

# A shell that waits for a line. The line means that all is cleaned up; the end of the pipe without it means that the
# process was killed. A PostgreSQL in the folder is ended first: its file says which process it is.
_WATCH = """
read -r line && exit 0
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
case $pid in
    '' | *[!0-9]*) ;;
    *)
        kill -QUIT "$pid" 2>/dev/null
        n=0
        while kill -0 "$pid" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
        kill -KILL "$pid" 2>/dev/null
        ;;
esac
rm -rf "$1"
"""


class WatchedFolder:
    """Made at once; `remove` takes it away, and where that is never called the watcher does."""

    def __init__(self, prefix: str, parent: str | None = None) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        self._owner = os.getpid()
        self._watcher: subprocess.Popen[bytes] | None = None
        if os.name == "posix":
            # A session of its own: neither Ctrl-C nor the end of a terminal reaches it.
            self._watcher = subprocess.Popen(
                ["/bin/sh", "-c", _WATCH, "carto-sandbox-watcher", str(self.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                cwd="/",
            )

    def remove(self) -> None:
        """A child of a fork leaves it to its parent."""
        if os.getpid() != self._owner:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.communicate(b"done\n")


@functools.cache
def get_scratch_folder() -> Path:
    """One for what this process unpacks, receives and exports; made at first use."""
    folder = WatchedFolder("carto-sandbox-files-")
    atexit.register(folder.remove)
    return folder.path
