"""scripts/check_breaking: what breaks users fails, unless CHANGELOG.md names it under «Breaking»."""

import importlib.machinery
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from released.description import compare_descriptions, write_description
from released.surface import compare_surfaces

ROOT = Path(__file__).resolve().parents[2]
RELEASED = ROOT / "spec" / "released"
Spec = dict[str, Any]


def remove_path(spec: Spec) -> None:
    del spec["paths"]["/api/v3/tags"]


def change_type(spec: Spec) -> None:
    spec["components"]["schemas"]["CopyFromResult"]["properties"]["total_rows"]["type"] = "string"


def rename_operation(spec: Spec) -> None:
    spec["paths"]["/api/v4/me"]["get"]["operationId"] = "users_identity"


def rename_schema(spec: Spec) -> None:
    schemas = spec["components"]["schemas"]
    schemas["Version"] = schemas.pop("SqlVersion")
    answer = spec["paths"]["/api/v1/version"]["get"]["responses"]["200"]
    answer["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Version"


BREAKS: dict[str, Callable[[Spec], None]] = {
    "/api/v3/tags": remove_path,
    "total_rows": change_type,
    "users_me_identity": rename_operation,
    "SqlVersion": rename_schema,
}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("check_breaking", str(ROOT / "scripts" / "check_breaking"))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("check_breaking", loader) or pytest.fail("no loader")
    )
    loader.exec_module(module)
    return module


def changed(folder: Path, *changes: Callable[[Spec], None]) -> Path:
    """The description of the last release with these changes."""
    spec = yaml.load((RELEASED / "openapi.yaml").read_text(), yaml.CSafeLoader)
    for change in changes:
        change(spec)
    path = folder / "openapi.yaml"
    path.write_text(yaml.dump(spec, Dumper=yaml.CSafeDumper, sort_keys=False))
    return path


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_found(name: str, tmp_path: Path) -> None:
    found = compare_descriptions(RELEASED / "openapi.yaml", changed(tmp_path, BREAKS[name]))
    assert [breaking.names for breaking in found] == [(name,)]


def test_the_same_description_breaks_nobody(tmp_path: Path) -> None:
    """Also with all its words and examples, which the copy of the last release does not have."""
    write_description(ROOT / "spec" / "openapi.yaml", tmp_path / "old.yaml", "title")
    assert compare_descriptions(tmp_path / "old.yaml", ROOT / "spec" / "openapi.yaml") == []


def test_four_breaks_fail_until_the_changelog_names_them(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, interface = changed(tmp_path, *BREAKS.values()), (RELEASED / "python.pyi").read_text()
    monkeypatch.setattr(script, "write_surface", lambda target, _: target.write_text(interface))
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("## [Unreleased]\n\n### Added\n\n- `/api/v3/tags` is only spoken of here.\n")
    assert script.main(["--spec", str(spec), "--changelog", str(changelog)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 4 + 1

    lines = "".join(f"- `{name}` is gone.\n" for name in BREAKS)
    changelog.write_text(f"## [Unreleased]\n\n### Breaking\n\n{lines}\n### Added\n")
    assert script.main(["--spec", str(spec), "--changelog", str(changelog)]) == 0
    assert capsys.readouterr().out == "4 breaks since the last release, 4 of them named in CHANGELOG.md\n"


def test_what_an_older_release_broke_is_no_excuse(script: ModuleType) -> None:
    old = "## [Unreleased]\n\n### Added\n\n## [0.1.0]\n\n### Breaking\n\n- `tags_list`\n"
    assert script.named_breaks(old) == set()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        (
            "    def copy_from(self, sql: str, source: DataSource, *, ",
            "    def copy_from(self, sql: str, *, ",
            "copy_from",
        ),
        ("    def copy_many(", "    def copy_several(", "copy_many"),
        ("class carto_ext__errors__RateLimitError(", "class carto_ext__errors__TooFast(", "RateLimitError"),
    ],
)
def test_breaks_of_the_python_interface_are_found(old: str, new: str, name: str, tmp_path: Path) -> None:
    before = (RELEASED / "python.pyi").read_text()
    assert old in before
    after = tmp_path / "python.pyi"
    after.write_text(before.replace(old, new))
    found = compare_surfaces(RELEASED / "python.pyi", after)
    assert found
    assert all(any(name in part for part in breaking.names) for breaking in found)
