"""A program that sends data in a function given to atexit, when Python starts no more threads."""

import subprocess
import sys

from tests.support.crowd import Answer, Crowd

PROGRAM = """
import atexit, sys
from carto_ext import Carto

carto = Carto(sys.argv[1], api_key="k")

@atexit.register
def last_words():
    print(carto.sql.copy_from("COPY t FROM STDIN", b"goodbye\\n" * 100_000).total_rows)
    carto.close()
"""


def test_data_can_be_sent_while_python_ends() -> None:
    with Crowd(lambda asked: Answer({"time": 0.1, "total_rows": 7})) as server:
        command = [sys.executable, "-W", "error", "-c", PROGRAM, server.base_url]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "7", "")
    assert 0 < server.asked[0].size < 100_000
