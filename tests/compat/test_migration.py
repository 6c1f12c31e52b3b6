"""MIGRATION.md is complete, up to date, and names only what there is."""

import re
import subprocess
import sys
from pathlib import Path

import carto_client.models
import carto_ext
from carto_ext import Carto

ROOT = Path(__file__).parents[2]


def test_the_guide_is_complete_and_up_to_date() -> None:
    command = [sys.executable, "scripts/make_migration", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_everything_the_guide_names_is_there() -> None:
    guide = (ROOT / "MIGRATION.md").read_text(encoding="utf-8")
    carto = Carto("https://ana.carto.com")
    methods = set(re.findall(r"`carto\.(\w+)\.(\w+)", guide))
    assert len(methods) > 30
    for group, method in methods:
        assert hasattr(getattr(carto, group), method), f"carto.{group}.{method}"
    models = set(re.findall(r"`carto_client\.models\.(\w+)`", guide))
    assert models >= {"Visualization", "Table", "Permission"}
    assert [name for name in models if not hasattr(carto_client.models, name)] == []
    names = set(re.findall(r"`carto_ext\.([A-Z]\w+)`", guide))
    assert names >= {"CartoError", "NotFoundError"}
    assert [name for name in names if not hasattr(carto_ext, name)] == []
