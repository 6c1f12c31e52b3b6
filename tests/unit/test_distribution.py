"""The distribution says of itself what is true: its version, its licence, its extras."""

import tomllib
from pathlib import Path

import yaml

from carto_ext import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_the_citation_is_of_this_version() -> None:
    """scripts/package holds it against the schema."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["version"] == __version__
    assert citation["title"] == PROJECT["name"]
    assert citation["license"] == PROJECT["license"]


def test_all_is_every_extra() -> None:
    extras = dict(PROJECT["optional-dependencies"])
    [everything] = extras.pop("all")
    assert everything == f"{PROJECT['name']}[{','.join(extras)}]"
