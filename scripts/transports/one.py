"""One cell of the table, in a process of its own:  python -m transports.one CANDIDATE MODULE ROW"""

import importlib
import os
import signal
import sys

from transports.candidates import CANDIDATES


def main(candidate: str, module: str, row: str) -> int:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have had it ignored
    try:
        print(getattr(importlib.import_module(f"transports.{module}"), row)(CANDIDATES[candidate]()))
        code = 0
    except Exception as error:  # noqa: BLE001 - the cell shows it
        told = str(error).splitlines()[0] if str(error) else ""
        print(told if isinstance(error, AssertionError) else f"{type(error).__name__} {told}")
        code = 1
    sys.stdout.flush()
    os._exit(code)  # threads of servers and of what failed go with it


if __name__ == "__main__":
    main(*sys.argv[1:])
