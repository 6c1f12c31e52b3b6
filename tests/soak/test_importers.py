"""Programs of others that take the API description as it is."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CANNOT_RUN = 3


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_postman_bruno_and_prism_take_the_whole_description() -> None:
    done = subprocess.run([ROOT / "scripts" / "languages", "importers"], capture_output=True, text=True, check=False)
    if done.returncode == CANNOT_RUN:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("importers   Postman and Bruno: 154 requests in 20 folders, 4 environments;")
