"""The spec may say more than Python's generator can make good use of: it sees the plain form."""

from __future__ import annotations

from typing import Any

from generator.simplify import simplify

Node = dict[str, Any]
BYTES = {"type": "string", "format": "binary"}


def make_spec(schema: Node, content: Node | None = None) -> Node:
    answer = {"200": {"description": "Yes.", "content": content or {}}, "401": {"description": "No."}}
    body = {
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}, "example": {"enum": [1]}}}
    }
    return {
        "paths": {"/wishes": {"post": {"requestBody": body, "responses": answer}}},
        "components": {"schemas": {"Wish": schema, "Nobody": {"type": "string"}}},
    }


def wish(document: Node) -> Node:
    schema: Node = simplify(document)["components"]["schemas"]["Wish"]
    return schema


def content(document: Node) -> Node:
    answer: Node = simplify(document)["paths"]["/wishes"]["post"]["responses"]["200"]
    return answer


def test_a_vocabulary_is_text() -> None:
    schema = {"properties": {"enum": {"type": "string", "minLength": 1, "enum": ["a"], "x-extensible-enum": ["b"]}}}
    assert wish(make_spec(schema))["properties"]["enum"] == {
        "type": "string",
        "minLength": 1,
        "x-extensible-enum": ["b"],
    }


def test_an_example_is_data() -> None:
    document = simplify(make_spec({"type": "string"}))
    assert document["paths"]["/wishes"]["post"]["requestBody"]["content"]["application/json"]["example"] == {
        "enum": [1]
    }


def test_an_object_of_whatever_fields_is_anything() -> None:
    assert wish(make_spec({"type": "object", "additionalProperties": True})) == {}
    assert wish(make_spec({"type": ["object", "null"], "additionalProperties": True, "description": "D."})) == {
        "description": "D."
    }
    for typed in ({"type": "object", "additionalProperties": {}}, {"type": "object"}):
        assert wish(make_spec(dict(typed))) == typed
    described = {"type": "object", "additionalProperties": True, "properties": {"a": {"type": "string"}}}
    assert wish(make_spec(dict(described))) == described


def test_an_answer_that_may_be_a_file_is_one() -> None:
    media = {"application/octet-stream": {"schema": BYTES}, "application/json": {"schema": {"type": "object"}}}
    assert content(make_spec({}, dict(media)))["content"] == {"application/octet-stream": {"schema": BYTES}}
    media = {"application/json": {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
    assert content(make_spec({}, dict(media)))["content"] == media


def test_text_of_no_use_is_nothing() -> None:
    media = {"application/json": {"schema": BYTES, "x-carto-bare-text": True}}
    assert "content" not in content(make_spec({}, media))


def test_what_nothing_refers_to_makes_no_model() -> None:
    schemas = simplify(make_spec({"type": "string"}))["components"]["schemas"]
    assert list(schemas) == ["Wish"]
