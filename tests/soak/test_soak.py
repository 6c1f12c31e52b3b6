"""Gigabytes, hundreds of faults and many threads, in a process of its own whose memory and descriptors stay flat.

CARTO_SOAK_MB is the size of each transfer, 2,048 unless it is set. Prints its numbers: scripts/check --soak shows them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not os.path.exists("/proc/self/clear_refs"), reason="memory is measured as Linux tells it"),
]


def test_memory_and_descriptors_stay_flat(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    megabytes = os.environ.get("CARTO_SOAK_MB", "2048")
    command = [sys.executable, "-W", "error", str(Path(__file__).with_name("soak.py")), megabytes, str(tmp_path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    with capfd.disabled():
        print(f"\n{done.stdout}", end="")
    assert done.returncode == 0, done.stdout
