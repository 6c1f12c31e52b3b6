"""The spec keeps its conventions, and each rule notices the one thing it is for."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
Node = dict[str, Any]

QUERY: Node = {"name": "q", "in": "query", "required": True, "description": "Words.", "schema": {"type": "string"}}
QUERY["schema"]["minLength"] = 1


def load_check_spec() -> ModuleType:
    loader = SourceFileLoader("check_spec", str(SCRIPTS / "check_spec"))
    module_spec = spec_from_loader(loader.name, loader)
    assert module_spec is not None
    module = module_from_spec(module_spec)
    keep_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(SCRIPTS))
    try:
        loader.exec_module(module)
    finally:
        sys.path.remove(str(SCRIPTS))
        sys.dont_write_bytecode = keep_bytecode
    return module


check_spec = load_check_spec()


def answer(schema: Node, example: Any) -> Node:
    return {"description": "An answer.", "content": {"application/json": {"schema": schema, "example": example}}}


def make_spec() -> Node:
    """A spec of one operation without a fault."""
    place: Node = {"type": "object", "description": "A place.", "required": ["id"]}
    place["properties"] = {"id": {"type": "string", "description": "Its id."}}
    request: Node = {"type": "object", "description": "A wish.", "required": ["text"]}
    request["properties"] = {"text": {"type": "string", "minLength": 1, "description": "What is wished."}}
    operation = {
        "operationId": "places_find",
        "tags": ["places"],
        "summary": "Find places",
        "description": "Finds them.",
        "parameters": [QUERY],
        "requestBody": {
            "description": "The wish.",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Wish"}, "example": {"text": "sea"}}
            },
        },
        "responses": {
            "200": answer({"$ref": "#/components/schemas/Place"}, {"id": "1"}),
            "4XX": {"$ref": "#/components/responses/Refusal"},
            "5XX": {"$ref": "#/components/responses/Refusal"},
        },
    }
    components = {
        "responses": {"Refusal": answer({"type": "string"}, "no")},
        "schemas": {"Place": place, "Wish": request},
    }
    document = {
        "tags": [{"name": "places", "description": "Places."}],
        "paths": {"/places": {"post": operation}},
        "components": components,
    }
    return copy.deepcopy(document)


@pytest.fixture
def tiny() -> Node:
    return make_spec()


def post(spec: Node) -> Node:
    operation: Node = spec["paths"]["/places"]["post"]
    return operation


def field(spec: Node, schema: Node, name: str = "x") -> None:
    """Add a field to the schema Place."""
    spec["components"]["schemas"]["Place"]["properties"][name] = {"description": "A field.", **schema}


def content(spec: Node) -> Node:
    media: Node = post(spec)["requestBody"]["content"]
    return media


POST = "#/paths/~1places/post"
BODY = f"{POST}/requestBody"
PLACE = "#/components/schemas/Place"
X = f"{PLACE}/properties/x"
REF = {"$ref": "#/components/schemas/Wish"}
NULL = {"type": "null"}
NULLABLE = "write a reference that may be null as anyOf: [$ref, {type: 'null'}], without type"
OLD_NULLABLE = "nullable is of OpenAPI 3.0; write type: [x, 'null'], or anyOf: [$ref, {type: 'null'}]"
NAME = "generated code uses this name itself; choose another"
BLANK = "what is required may not be blank: add minLength: 1"

BREAKS: dict[str, tuple[Callable[[Node], object], str]] = {
    "operation id of another tag": (
        lambda s: post(s).update(operationId="find_places"),
        f"{POST}/operationId: name it places_ and a verb, in lower case",
    ),
    "two tags": (
        lambda s: post(s)["tags"].append("places"),
        f"{POST}/tags: give exactly one tag, one of those declared under #/tags",
    ),
    "undeclared tag": (
        lambda s: post(s).update(tags=["maps"]),
        f"{POST}/tags: give exactly one tag, one of those declared under #/tags",
    ),
    "security of one operation": (
        lambda s: post(s).update(security=[]),
        f"{POST}/security: leave security to the top level, or say that the key must be a parameter: [apiKey: []]",
    ),
    "error answer in place": (
        lambda s: post(s)["responses"].update({"4XX": answer({"type": "string"}, "no")}),
        f"{POST}/responses/4XX: refer to an error of #/components/responses",
    ),
    "error answer missing": (
        lambda s: post(s)["responses"].pop("5XX"),
        f"{POST}/responses/5XX: refer to an error of #/components/responses",
    ),
    "limit in place": (
        lambda s: post(s)["responses"].update({"429": answer({"type": "string"}, "no")}),
        f"{POST}/responses/429: refer to an error of #/components/responses",
    ),
    "forbidden field": (lambda s: field(s, {"type": "string"}, "client"), f"{PLACE}/properties/client: {NAME}"),
    "forbidden schema": (
        lambda s: s["components"]["schemas"].update(File={"type": "string", "description": "Bytes."}),
        f"#/components/schemas/File: {NAME}",
    ),
    "forbidden parameter": (
        lambda s: post(s)["parameters"][0].update(name="params"),
        f"{POST}/parameters/0/name: {NAME}",
    ),
    "field named like a parameter": (
        lambda s: post(s)["parameters"][0].update(name="text"),
        f"{BODY}: the field text has the name of a parameter of the operation",
    ),
    "field named like a parameter of the path": (
        lambda s: s["paths"]["/places"].update(parameters=[{**QUERY, "name": "text"}]),
        f"{BODY}: the field text has the name of a parameter of the operation",
    ),
    "bodies that differ": (
        lambda s: content(s).update({"text/plain": {"schema": {"type": "string"}, "example": "sea"}}),
        f"{BODY}: two kinds of body with different schemas: make two operations",
    ),
    "JSON second": (
        lambda s: post(s)["requestBody"].update(content={"text/plain": content(s)["application/json"], **content(s)}),
        f"{BODY}/content: list application/json first, or bytes, which Python's client then gives for all kinds",
    ),
    "null in a form": (
        lambda s: (
            content(s).update({"multipart/form-data": content(s)["application/json"]}),
            s["components"]["schemas"]["Wish"]["properties"]["text"].update(type=["string", "null"]),
        ),
        f"{BODY}/content/multipart~1form-data/schema: a form cannot carry null, yet text may be null",
    ),
    "blank parameter": (
        lambda s: post(s)["parameters"][0]["schema"].pop("minLength"),
        f"{POST}/parameters/0/schema: {BLANK}",
    ),
    "blank field of a body": (
        lambda s: s["components"]["schemas"]["Wish"]["properties"]["text"].pop("minLength"),
        f"{BODY}/content/application~1json: text: {BLANK}",
    ),
    "description beside a reference": (
        lambda s: field(s, REF),
        f"{X}: generators ignore what stands beside a $ref; write allOf: [$ref] instead",
    ),
    "null of OpenAPI 3.0": (lambda s: field(s, {"type": "string", "nullable": True}), f"{X}: {OLD_NULLABLE}"),
    "null beside a reference": (lambda s: field(s, {"type": ["string", "null"], "allOf": [REF]}), f"{X}: {NULLABLE}"),
    "null in a choice of one": (lambda s: field(s, {"type": "null", "oneOf": [REF]}), f"{X}: {NULLABLE}"),
    "fields beside one reference": (
        lambda s: s["components"]["schemas"].update(
            Harbour={"description": "A place.", "allOf": [{"$ref": PLACE}], "properties": {"x": {"description": "X."}}}
        ),
        "#/components/schemas/Harbour: what stands beside allOf of one schema is not typed; name it and refer to both",
    ),
    "enum in an answer": (
        lambda s: field(s, {"type": "string", "enum": ["a"]}),
        f"{X}: an answer may have a word that is not known yet: write x-extensible-enum",
    ),
    "word that YAML reads as something else": (
        lambda s: field(s, {"type": "string", "x-extensible-enum": ["yes", False]}),
        f"{X}/x-extensible-enum: False is not of the type of the schema",
    ),
    "default": (
        lambda s: post(s)["parameters"][0]["schema"].update(default="a"),
        f"{POST}/parameters/0/schema: a default would be sent even if no value is given; put it into the description",
    ),
    "nameless object": (
        lambda s: field(s, {"type": "array", "items": {"type": "object"}}),
        f"{X}/items: name this object in #/components/schemas and refer to it, or say additionalProperties: true",
    ),
    "required but unknown": (
        lambda s: field(s, {"type": "array", "items": {"required": ["y"]}}),
        f"{X}/items/required: y is required but not described",
    ),
    "scalar or list": (
        lambda s: field(s, {"oneOf": [{"type": "string"}, {"type": "array", "items": {}}]}),
        f"{X}: a choice of a scalar and a list cannot be typed; make it free-form",
    ),
    "integer of no size": (
        lambda s: field(s, {"type": "integer"}),
        f"{X}: give the format of the integer, int64 or int32",
    ),
    "number of few digits": (
        lambda s: field(s, {"type": ["number", "null"]}),
        f"{X}: give the format of the number, double; without it some languages keep seven digits",
    ),
    "small count": (
        lambda s: field(s, {"type": "integer", "format": "int32"}, "row_count"),
        f"{PLACE}/properties/row_count: counts and sizes are int64",
    ),
    "small count as parameter": (
        lambda s: post(s)["parameters"][0].update(name="page", schema={"type": "integer", "format": "int32"}),
        f"{POST}/parameters/0/schema: counts and sizes are int64",
    ),
    "typed timestamp": (
        lambda s: field(s, {"type": "string", "format": "date-time"}),
        f"{X}: a timestamp comes back as it was sent only as plain text; say its forms in the description",
    ),
    "operation without a summary": (lambda s: post(s).pop("summary"), f"{POST}: say in a summary what it does"),
    "operation not described": (lambda s: post(s).pop("description"), f"{POST}: describe it"),
    "parameter not described": (
        lambda s: post(s)["parameters"][0].pop("description"),
        f"{POST}/parameters/0: describe it",
    ),
    "field not described": (
        lambda s: s["components"]["schemas"]["Place"]["properties"]["id"].update(description=" "),
        f"{PLACE}/properties/id: describe it",
    ),
    "schema not described": (lambda s: s["components"]["schemas"]["Place"].pop("description"), f"{PLACE}: describe it"),
    "answer not described": (
        lambda s: post(s)["responses"]["200"].pop("description"),
        f"{POST}/responses/200: describe it",
    ),
    "body not described": (lambda s: post(s)["requestBody"].pop("description"), f"{BODY}: describe it"),
    "tag not described": (lambda s: s["tags"][0].pop("description"), "#/tags/0: describe it"),
    "schema out of order": (
        lambda s: (
            s["tags"].insert(0, {"name": "maps", "description": "Maps."}),
            s["paths"].update(
                {"/maps": {"get": {**copy.deepcopy(post(s)), "operationId": "maps_find", "tags": ["maps"]}}}
            ),
            s["paths"]["/maps"]["get"].pop("requestBody"),
            s["components"].update(schemas=dict(reversed(s["components"]["schemas"].items()))),
        ),
        f"{PLACE}: stands among the schemas of later tags; it belongs to maps",
    ),
    "no example": (
        lambda s: content(s)["application/json"].pop("example"),
        f"{BODY}/content/application~1json: give an example",
    ),
    "example without a required field": (
        lambda s: content(s)["application/json"].update(example={}),
        f"{BODY}/content/application~1json/example: the example does not fit its schema: 'text' is a required property",
    ),
    "named example of the wrong type": (
        lambda s: (
            post(s)["responses"].update(
                {
                    "200": {
                        "description": "An answer.",
                        "content": {
                            "application/json": {"schema": REF, "examples": {"a": {"$ref": "#/components/examples/A"}}}
                        },
                    }
                }
            )
            or s["components"].update(examples={"A": {"value": {"text": 5}}})
        ),
        "#/components/examples/A/text: the example does not fit its schema: 5 is not of type 'string'",
    ),
}


def test_the_spec_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_spec.main([]) == 0
    assert re.fullmatch(r"spec: \d+ operations, \d+ schemas, no findings\n", capsys.readouterr().out)


def test_a_spec_without_a_fault_has_no_findings(tiny: Node) -> None:
    assert check_spec.find(tiny) == []


@pytest.mark.parametrize("name", BREAKS)
def test_each_rule_names_the_one_place(tiny: Node, name: str) -> None:
    break_it, finding = BREAKS[name]
    break_it(tiny)
    assert check_spec.find(tiny) == [finding]


def test_a_finding_makes_the_script_fail(tiny: Node, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del post(tiny)["summary"]
    path = tmp_path / "openapi.yaml"
    path.write_text(check_spec.yaml.safe_dump(tiny), encoding="utf-8")
    assert check_spec.main([str(path)]) == 1
    assert capsys.readouterr().out == f"{POST}: say in a summary what it does\n"


def test_a_line_over_the_limit_is_named(tiny: Node, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(f"# {'x' * 119}\n" + check_spec.yaml.safe_dump(tiny), encoding="utf-8")
    assert check_spec.main([str(path)]) == 1
    assert capsys.readouterr().out == "line 1: has 121 characters; wrap it at 120\n"


def test_a_request_may_have_an_enum(tiny: Node) -> None:
    tiny["components"]["schemas"]["Wish"]["properties"]["text"]["enum"] = ["sea", "sand"]
    assert check_spec.find(tiny) == []


def test_null_of_a_nullable_reference_is_a_valid_example(tiny: Node) -> None:
    field(tiny, {"anyOf": [REF, NULL]})
    media = post(tiny)["responses"]["200"]["content"]["application/json"]
    media["example"] = {"id": "1", "x": None}
    assert check_spec.find(tiny) == []
    media["example"] = {"id": "1", "x": {"text": None}}
    assert len(check_spec.find(tiny)) == 1


def test_binary_answers_may_come_in_any_order(tiny: Node) -> None:
    file = {"schema": {"type": "string", "format": "binary"}, "example": "bytes"}
    post(tiny)["responses"]["200"]["content"] = {"application/zip": file, "application/json": file}
    assert check_spec.find(tiny) == []


def test_every_rule_is_broken_by_some_spec() -> None:
    speaking = set()
    for break_it, _ in BREAKS.values():
        spec = make_spec()
        break_it(spec)
        speaking |= {rule for rule in check_spec.RULES if list(rule(spec))}
    assert speaking == set(check_spec.RULES)
