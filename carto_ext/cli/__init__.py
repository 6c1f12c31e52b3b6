"""`carto`, the command line. The extra `cli` brings what only this package imports."""

import signal
import sys
from io import TextIOWrapper

EXTRA = "pip install 'carto-client[cli]'"
PACKAGES = {"click", "rich", "keyring", "platformdirs"}
_NOT_INSTALLED = 3  # the exit code of everything that is not set up
_INTERRUPTED = 128 + signal.SIGINT
_TERMINATED = 128 + signal.SIGTERM


def main() -> None:
    """What the installed command runs."""
    # What removes a partial file after Ctrl-C removes it after `kill`, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what the terminal's encoding lacks is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    try:
        from carto_ext.cli.program import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was a command to end
        code = _INTERRUPTED
    except ModuleNotFoundError as error:
        if error.name not in PACKAGES:
            raise
        print(f"carto needs the package {error.name}: {EXTRA}", file=sys.stderr)
        code = _NOT_INSTALLED
    sys.exit(code)
