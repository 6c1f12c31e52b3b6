"""The files that pages load from the CDN are those of the npm package, byte for byte."""

import shutil
import subprocess
from base64 import b64encode
from hashlib import sha384
from pathlib import Path

import pytest

from carto_ext._map_page import INTEGRITY, Shown, map_page

PROGRAM = Path(__file__).parents[2] / "carto_ext" / "_map_page.js"


@pytest.mark.parametrize("name", INTEGRITY)
def test_the_hash_is_that_of_the_release(maplibre: Path, name: str) -> None:
    digest = sha384((maplibre / name).read_bytes()).digest()
    assert INTEGRITY[name] == f"sha384-{b64encode(digest).decode()}"


def test_the_program_of_the_page_can_be_read() -> None:
    """Where there is no browser to run it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    done = subprocess.run([node, "--check", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "</script" not in PROGRAM.read_text()


def test_a_page_loads_it_by_the_hash_and_may_run_nothing_else() -> None:
    page = map_page(Shown("https://me.carto.com", "A map", name="a_map"))
    assert page.count('integrity="sha384-') == 2
    assert page.count('crossorigin="anonymous"') == 2
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "https://unpkg.com/maplibre-gl@" in scripts


def test_a_page_from_a_server_of_ones_own() -> None:
    page = map_page(Shown("https://me.carto.com", "A map", name="a_map"), maplibre="https://static.example.com/lib/")
    assert '<script src="https://static.example.com/lib/maplibre-gl.js">' in page
    assert "integrity" not in page
