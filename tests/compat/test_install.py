"""Programs that import carto and pyrestcli, unchanged."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carto_ext import compat
from carto_sandbox import Account
from tests.compat.conftest import CITIES

PROGRAMS = Path(__file__).with_name("programs")


def test_the_old_names_are_this_package(installed: Callable[[], None]) -> None:
    installed()
    assert importlib.import_module("carto") is compat
    for name in compat.MODULES:
        assert importlib.import_module(f"carto.{name}") is importlib.import_module(f"carto_ext.compat.{name}")
    pyrestcli = importlib.import_module("pyrestcli")
    for name in compat.PYRESTCLI_MODULES:
        assert getattr(pyrestcli, name) is importlib.import_module(f"carto_ext.compat.{name}")


def test_modules_that_others_put_beside_carto_are_found(
    installed: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """carto-print is carto/print.py; a module of this package is not replaced."""
    (tmp_path / "carto").mkdir()
    (tmp_path / "carto" / "__init__.py").touch()
    (tmp_path / "carto" / "print.py").write_text("from carto.auth import APIKeyAuthClient\nNAME = 'Printer'\n")
    (tmp_path / "carto" / "auth.py").write_text("APIKeyAuthClient = None\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(compat, "__path__", list(compat.__path__))
    installed()
    printing = importlib.import_module("carto.print")
    assert (printing.NAME, printing.APIKeyAuthClient.__module__) == ("Printer", "carto_ext.compat.auth")


def test_every_module_is_installed() -> None:
    there = {path.stem for path in Path(compat.__file__).parent.glob("*.py")}
    assert there - {"__init__", "responses"} == set(compat.MODULES)


def test_programs_may_add_resources_of_their_own(installed: Callable[[], None], account: Account) -> None:
    installed()
    resources, fields = importlib.import_module("pyrestcli.resources"), importlib.import_module("pyrestcli.fields")
    auth = importlib.import_module("pyrestcli.auth")

    class Tag(resources.Resource):  # type: ignore[name-defined,misc]
        tag = fields.CharField()
        datasets = fields.IntegerField()

        class Meta:
            collection_endpoint = "api/v3/tags"
            name_field = "tag"

    class TagManager(resources.Manager):  # type: ignore[name-defined,misc]
        resource_class = Tag
        json_collection_attribute = "result"

    assert (Tag.fields, Tag.Meta.id_field, Tag.Meta.json_data) == (["datasets", "tag"], "id", True)
    client = auth.APIKeyAuthClient(account.base_url, account.api_key)
    assert TagManager(client).all() == []
    assert str(Tag(client, tag="towns")) == "towns"


@pytest.mark.parametrize("program", ["copy_table.py", "upload_cities.py", "nightly_report.py"])
def test_a_program_before_and_after(account: Account, tmp_path: Path, program: str) -> None:
    """Both versions print the same; the new one neither imports carto nor this package."""
    (tmp_path / "Cities.csv").write_bytes(CITIES)
    told = []
    for version in ("before", "after"):
        environment = {**os.environ, "CARTO_BASE_URL": account.base_url, "CARTO_API_KEY": account.api_key}
        command = [sys.executable, "-W", "error", "-W", "ignore:This is part:FutureWarning", "-c"]
        command += [
            f"import carto_ext.compat as c, runpy; c.install(); runpy.run_path({str(PROGRAMS / version / program)!r})"
        ]
        if version == "after":
            command = [sys.executable, "-W", "error", str(PROGRAMS / version / program)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=100)
        assert done.returncode == 0, done.stderr
        told.append(done.stdout)
    assert told[0] == told[1] != ""


def test_programs_are_shown_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "MIGRATION.md").read_text(encoding="utf-8")
    for path in PROGRAMS.glob("*/*.py"):
        assert path.read_text(encoding="utf-8").strip() in guide, path.name
