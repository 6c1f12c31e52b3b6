"""The form body, read back by a parser that is not ours."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_multipart.multipart import MultipartParser, parse_options_header

from carto_ext._shared.multipart import MultipartForm
from carto_ext.errors import InvalidArgumentError

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def parse(form: MultipartForm, file: bytes) -> list[dict[str, Any]]:
    """The parts as header values and data."""
    parts: list[dict[str, Any]] = []
    header = [b"", b""]

    def begin() -> None:
        parts.append({"data": b""})

    def add(index: int) -> Any:
        def append(data: bytes, start: int, end: int) -> None:
            header[index] += data[start:end]

        return append

    def end_header() -> None:
        parts[-1][header[0].decode().lower()] = parse_options_header(header[1])
        header[:] = [b"", b""]

    def append_data(data: bytes, start: int, end: int) -> None:
        parts[-1]["data"] += data[start:end]

    kind, options = parse_options_header(form.content_type)
    assert kind == b"multipart/form-data"
    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": begin,
            "on_header_field": add(0),
            "on_header_value": add(1),
            "on_header_end": end_header,
            "on_part_data": append_data,
        },
    )
    parser.write(form.head + file + form.tail)
    parser.finalize()
    return parts


@given(st.lists(st.tuples(st.from_regex(r"[a-z_]{1,20}", fullmatch=True), TEXT), max_size=4), st.binary(max_size=2000))
def test_fields_and_file_arrive_in_order(fields: list[tuple[str, str]], file: bytes) -> None:
    form = MultipartForm(iter(fields), file_field="file", file_name="cities.csv", content_type="text/csv")
    *texts, last = parse(form, file)
    arrived = [(text["content-disposition"][1][b"name"].decode(), text["data"].decode()) for text in texts]
    assert arrived == fields
    assert last["content-disposition"] == (b"form-data", {b"name": b"file", b"filename": b"cities.csv"})
    assert last["content-type"][0] == b"text/csv"
    assert last["data"] == file
    assert form.content_length(len(file)) == len(form.head) + len(file) + len(form.tail)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ('a"b.csv', "a%22b.csv"),
        ('x"\r\nX-Evil: 1\r\n\r\n', "x%22%0D%0AX-Evil: 1%0D%0A%0D%0A"),
        ("Zürich 東京.csv", "Zürich 東京.csv"),
        ("caf\udce9.csv", "caf?.csv"),
        ("100%.csv", "100%.csv"),
    ],
)
def test_names_cannot_leave_their_header(name: str, written: str) -> None:
    form = MultipartForm([(name, "value")], file_field="file", file_name=name)
    field, file = parse(form, b"data")
    assert field["content-disposition"][1][b"name"].decode() == written
    assert file["content-disposition"][1][b"filename"].decode() == written
    assert set(field) == {"content-disposition", "data"}
    assert file["content-type"][0] == b"application/octet-stream"


def test_exact_bytes() -> None:
    form = MultipartForm([("privacy", "public")], file_field="file", file_name="a.csv", boundary="XX")
    assert form.content_type == 'multipart/form-data; boundary="XX"'
    assert form.head == (
        b'--XX\r\nContent-Disposition: form-data; name="privacy"\r\n\r\npublic\r\n'
        b'--XX\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n"
    )
    assert form.tail == b"\r\n--XX--\r\n"


def test_boundaries_differ_and_unknown_size_stays_unknown() -> None:
    first, second = (MultipartForm([], file_field="file", file_name="a") for _ in range(2))
    assert first.content_type != second.content_type
    assert first.content_length(None) is None


@pytest.mark.parametrize(
    "options",
    [{"boundary": "a\r\nb"}, {"boundary": "a" * 71}, {"content_type": "a\r\nX: 1"}, {"fields": [("a", "\udce9")]}],
)
def test_what_cannot_be_written_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        MultipartForm(**({"fields": [], "file_field": "file", "file_name": "a"} | options))
