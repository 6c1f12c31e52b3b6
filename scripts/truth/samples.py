"""Sample bodies: which operation each belongs to stands in samples.yaml, and all of them must stand there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

import yaml
from spec_document import Node

from truth.answers import Fault, check_answer, differences
from truth.document import Document, Mismatch
from truth.recordings import Answer

TABLE = Path(__file__).with_name("samples.yaml")
ERRORS = "errors"  # the one file that holds many bodies
JSON = {"content-type": "application/json; charset=utf-8"}


class Sample(NamedTuple):
    where: str
    operation: str
    answer: Answer | None  # None: the body of a request
    body: bytes


def read_samples(folder: Path, name: str, table: Node) -> tuple[list[Sample], list[Mismatch]]:
    """Return each sample with each of its operations, and the errors of the table."""
    texts = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.json"))}
    placed, samples, faults = set[str](), list[Sample](), list[Mismatch]()
    for operation, kind, stem in each_entry(table):
        placed.add(stem)
        where = f"{name}/{stem}.json"
        if stem not in texts:
            faults.append(Mismatch(where, "", f"samples.yaml names it under {operation}, and there is no such file"))
            continue
        answer = None if kind is None else Answer(kind, JSON, texts[stem])
        samples.append(Sample(where, operation, answer, texts[stem]))
    if ERRORS in texts:
        placed.add(ERRORS)
        errors, more = read_errors(f"{name}/{ERRORS}.json", json.loads(texts[ERRORS]), table["errors"])
        samples, faults = samples + errors, faults + more
    lost = [stem for stem in texts if stem not in placed]
    return samples, faults + [Mismatch(f"{name}/{stem}.json", "", "stands nowhere in samples.yaml") for stem in lost]


def each_entry(table: Node) -> Iterator[tuple[str, int | None, str]]:
    """Operation, status (None for a request) and file name without its ending."""
    for operation, statuses in table["answers"].items():
        for status, stems in statuses.items():
            yield from ((operation, status, stem) for stem in stems)
    for operation, stems in table["requests"].items():
        yield from ((operation, None, stem) for stem in stems)


def read_errors(where: str, entries: list[Node], table: dict[str, list[str]]) -> tuple[list[Sample], list[Mismatch]]:
    samples, faults = list[Sample](), list[Mismatch]()
    for index, entry in enumerate(entries):
        body = b"" if entry["body"] is None else json.dumps(entry["body"]).encode()
        answer = Answer(entry["status"], JSON if body else {}, body)
        operations = table.get(entry["where"], [])
        samples += [Sample(f"{where} entry {index + 1}", operation, answer, body) for operation in operations]
        if not operations:
            faults.append(Mismatch(where, f"/{index}", f"{entry['where']!r} stands nowhere in samples.yaml"))
    unknown = sorted(set(table) - {entry["where"] for entry in entries})
    return samples, faults + [
        Mismatch(where, "", f"samples.yaml names {text!r}, which is not an entry") for text in unknown
    ]


def load_table() -> Node:
    table: Node = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def check_sample(document: Document, sample: Sample) -> list[Mismatch]:
    route = document.by_name.get(sample.operation)
    if route is None:
        return [Mismatch(sample.where, "", f"samples.yaml names {sample.operation}, which the spec does not have")]
    if sample.answer is None:
        faults = check_request(document, sample)
    else:
        faults = [(p.removeprefix("/response/body"), text) for p, text in check_answer(document, route, sample.answer)]
    return [Mismatch(sample.where, pointer, message) for pointer, message in faults]


def check_request(document: Document, sample: Sample) -> list[Fault]:
    """The body of a request: fits its schema, and the generated model gives it back."""
    route, value = document.by_name[sample.operation], json.loads(sample.body)
    pointer, node = document.follow(f"{route.operation.pointer}/requestBody", route.operation.spec["requestBody"])
    schema = node["content"]["application/json"]["schema"]
    place = f"{pointer}/content/application~1json/schema"
    faults = [*document.faults(place, value), *document.undescribed(schema, value)]
    module = import_module(f"carto_client.api.{route.tag}.{route.name}")
    model, *_ = get_args(get_type_hints(module._get_kwargs)["body"])  # or a mapping of its fields
    lost = differences(value, model.from_dict(value).to_dict())
    return faults + [(where, f"through the client {message}") for where, message in lost]
