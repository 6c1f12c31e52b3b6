"""scripts/docs finds what is wrong: in the sources, in the built pages, and in a browser."""

from pathlib import Path

import pytest
from toolchains.chromium import find_chromium
from toolchains.tools import Failed

from documentation import building, recording, sources, visiting

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, **pages: str) -> None:
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")


def test_the_sources_have_no_faults() -> None:
    assert sources.check_sources() == []


def test_faults_of_sources_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "spec").mkdir()
    (tmp_path / "README.md").write_text(
        "# One\n[a](docs/two.md#second-part) [b](docs/two.md#third) [c](docs/three.md) [d](https://example.com)\n"
        "`[e](nothing.md)`\n" + "\n" * 200,
        encoding="utf-8",
    )
    (tmp_path / "docs" / "two.md").write_text("# Two\n## Second `part`\n[up](../README.md)\n", encoding="utf-8")
    (tmp_path / "spec" / "README.md").write_text("# Spec\n", encoding="utf-8")
    configuration = tmp_path / "docs" / "zensical.toml"
    configuration.write_text('[project]\nnav = ["README.md", {A = ["spec/README.md", "docs/four.md"]}]\n')
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    monkeypatch.setattr(sources, "CONFIGURATION", configuration)
    assert sources.check_sources() == [
        "README.md:2: docs/two.md has no #third",
        "README.md:2: docs/three.md is not there",
        "docs/zensical.toml: docs/four.md is not there",
        "docs/zensical.toml: the navigation lacks docs/two.md",
        "README.md has 203 lines, and at most 200: move details to docs/",
    ]


def test_broken_links_of_pages_are_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<a href="other.html#there"></a><a href="#here"></a><a href="https://example.com/x"></a><p id="here">',
        other='<h1 id="there"><a href="index.html#gone"></a><img src="missing.png"><a href="lost.html">'
        '<script src="https://cdn.example.com/x.js"></script>',
    )
    followed, faults = building.check_site(tmp_path)
    assert followed == 5
    assert faults == [
        "other.html: loads https://cdn.example.com/x.js",
        "other.html: index.html#gone has no such anchor",
        "other.html: missing.png is not there",
        "other.html: lost.html is not there",
    ]


def test_what_goes_wrong_in_a_page_is_seen(tmp_path: Path) -> None:
    if find_chromium() is None:
        pytest.skip("no browser: chromium is not on the PATH")
    write(
        tmp_path,
        fine="<title>fine</title><script>console.log('all is well')</script>",
        broken='<script>console.error("no good")</script><script>nowhere()</script><script src="gone.js"></script>'
        '<img src="https://example.com/picture.png">',
    )
    with visiting.offline_page() as page:
        assert visiting.look_at(page, tmp_path / "fine.html") == []
        assert page.run("document.title") == "fine"
        faults = visiting.look_at(page, tmp_path / "broken.html")
    told = "\n".join(faults)
    for expected in ("no good", "nowhere is not defined", "ERR_FILE_NOT_FOUND", "ERR_NAME_NOT_RESOLVED"):
        assert expected in told, told


def test_a_session_is_recorded(tmp_path: Path) -> None:
    block = "$ cat > one.txt <<'END'\n> first\n>\n> END\nold output\n$ cat one.txt\n$ cat two.txt\n$ echo $?\n"
    written = "cat > one.txt <<'END'\nfirst\n\nEND"
    assert recording.commands_of(block) == [written, "cat one.txt", "cat two.txt", "echo $?"]
    shell = recording.Shell(tmp_path)
    try:
        recorded = recording.record_block(shell, block, tmp_path)
        with pytest.raises(Failed, match="ended with 1"):
            recording.record_block(shell, "$ cat two.txt\n", tmp_path)
    finally:
        shell.close()
    assert recorded == (
        "$ cat > one.txt <<'END'\n> first\n>\n> END\n$ cat one.txt\nfirst\n$ cat two.txt\n"
        "cat: two.txt: No such file or directory\n$ echo $?\n1\n"
    )
