"""The spec's own examples of answers. They prove nothing about CARTO, but the client must be able to read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from spec_document import Node, escape

from truth.answers import check_answer, is_binary
from truth.document import Document, Mismatch, Route
from truth.recordings import Answer


def each_example(document: Document, route: Route) -> Iterator[tuple[str, Answer]]:
    """Yield each example of a success, except files, with its JSON pointer in the spec."""
    for status, reference in route.operation.spec["responses"].items():
        pointer, response = document.follow(f"{route.operation.pointer}/responses/{status}", reference)
        if not status.startswith("2"):
            continue
        for kind, media in response.get("content", {}).items():
            if is_binary(document, media["schema"]):
                continue
            for place, value in each_value(document, f"{pointer}/content/{escape(kind)}", media):
                body = json.dumps(value) if kind == "application/json" else str(value)
                yield place, Answer(int(status), {"content-type": kind}, body.encode())


def each_value(document: Document, pointer: str, media: Node) -> Iterator[tuple[str, Any]]:
    if "example" in media:
        yield f"{pointer}/example", media["example"]
    for name, reference in media.get("examples", {}).items():
        place, example = document.follow(f"{pointer}/examples/{escape(name)}", reference)
        yield f"{place}/value", example["value"]


def check_example(document: Document, route: Route, place: str, answer: Answer) -> list[Mismatch]:
    return [
        Mismatch("spec", f"{place}{pointer.removeprefix('/response/body')}", message)
        for pointer, message in check_answer(document, route, answer)
    ]
