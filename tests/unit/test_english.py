"""Plain English in documents, docstrings, comments and messages: no patterns that make a reader stop and read again."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CODE = ("carto_ext", "sandbox", "scripts", "tests", "examples")
# Made by scripts/unasync, from sources that are checked.
TWINS = ("carto_ext/_sync", "tests/_sync")
# Recordings, and data of other programs.
DATA = ("tests/cassettes/central", "tests/cassettes/maps", "tests/cassettes/sql", "node_modules")

START = r"(?:^|(?<=[.:;!?] )|(?<=\n)|(?<=\| ))"
PATTERNS = {
    "a sentence that begins with a noun clause: name the thing": re.compile(
        rf"{START}(?:What|Whether|Which|Whose|Whoever|Whatever|Who)\b(?![^.\n]*\?)"
    ),
    "'nobody' or 'whoever': name the person or the program": re.compile(r"\b(?:nobody|whoever)\b", re.IGNORECASE),
    "'is no …': write 'is not a …'": re.compile(r"(?<!there )\b(?:is|are|was|were) no\b(?! (?:longer|more)\b)", re.I),
    "'that is there': write 'existing'": re.compile(r"\b(?:that|which|what) (?:is|are) there\b"),
    "'Nothing is …' at the start: say who does what": re.compile(rf"{START}Nothing (?:is|of)\b"),
    "'unless told': write 'by default'": re.compile(r"\bunless told\b"),
}
GOOD = [
    "There is no row in the table.",
    "The table is no longer synchronized.",
    "What does it cost?",
    "See `nobody` and `What is`.",
    "Which of them failed? The first.",
]
BAD = [
    "What CARTO answers is raised.",
    "Whether a job has ended.",
    "One thing. Which of them it is.",
    "It is sent where nobody reads it.",
    "A file that is no text.",
    "Delete the table that is there.",
    "100 per page unless told.",
    "Nothing is read before that.",
]


def findings(text: str) -> Iterator[tuple[str, int, str]]:
    """Each bad pattern of a text with its line, from 0, and its words. Code in backticks does not count."""
    plain = re.sub(r"```.*?```|`[^`\n]*`", lambda code: "`" + "\n" * code[0].count("\n") + "`", text, flags=re.DOTALL)
    for advice, pattern in PATTERNS.items():
        for match in pattern.finditer(plain):
            words = " ".join(plain[match.start() : match.end() + 40].split())
            yield advice, plain.count("\n", 0, match.start()), words


def is_python(path: Path) -> bool:
    if path.suffix:
        return path.suffix == ".py"
    head = path.read_bytes()[:200].decode(errors="replace").splitlines()[:2]
    return bool(head) and head[0].startswith("#!") and ("python" in head[0] or head[1:] == ['""":"'])


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def of_python(path: Path) -> Iterator[tuple[int, str]]:
    """Docstrings and comments; of the client its messages, too."""
    source = path.read_text()
    tree = ast.parse(source)
    documented = list(docstrings(tree))
    for text in documented:
        yield text.lineno, str(text.value)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.removeprefix("#").strip()
    if path.is_relative_to(ROOT / "carto_ext"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documented:
                yield node.lineno, node.value


def of_spec(path: Path) -> Iterator[tuple[int, str]]:
    """Descriptions and summaries, without the examples, which are CARTO's own words."""

    def walk(node: yaml.Node, key: str) -> Iterator[tuple[int, str]]:
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value not in ("example", "examples"):
                    yield from walk(value, name.value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from walk(value, key)
        elif key in ("description", "summary"):
            yield node.start_mark.line + 1, node.value

    yield from walk(yaml.compose(path.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)), "")


def texts(path: Path) -> Iterator[tuple[int, str]]:
    if path.suffix == ".md":
        yield 1, path.read_text()
    elif path.suffix == ".yaml":
        yield from of_spec(path)
    else:
        yield from of_python(path)


def checked() -> list[str]:
    paths = [path for folder in CODE for path in (ROOT / folder).rglob("*") if path.is_file()]
    files = [path for path in paths if path.suffix == ".md" or (path.suffix in ("", ".py") and is_python(path))]
    files += [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "spec/README.md", ROOT / "spec/openapi.yaml"]
    names = sorted({path.relative_to(ROOT).as_posix() for path in files})
    return [name for name in names if not name.startswith(TWINS) and not any(part in name for part in DATA)]


@pytest.mark.parametrize("sentence", GOOD)
def test_a_plain_sentence_passes(sentence: str) -> None:
    assert list(findings(sentence)) == []


@pytest.mark.parametrize("sentence", BAD)
def test_a_riddle_is_found(sentence: str) -> None:
    assert len(list(findings(sentence))) == 1


def test_the_texts_are_plain() -> None:
    """To solve a finding, say who does what."""
    own = Path(__file__).relative_to(ROOT).as_posix()
    wrong = [
        f"{name}:{line + below}: {words!r}: {advice}"
        for name in checked()
        if name != own
        for line, text in texts(ROOT / name)
        for advice, below, words in findings(text)
    ]
    assert wrong == []


def test_there_is_something_to_read() -> None:
    names = set(checked())
    assert {"CHANGELOG.md", "spec/openapi.yaml", "carto_ext/errors.py", "scripts/check"} <= names
    assert {"README.md", "docs/frames.md"} <= names
