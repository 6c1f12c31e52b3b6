"""Validation of an API key's grants, with CARTO's messages for invalid ones: those of a JSON schema."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

APIS = ("sql", "maps", "do")
SERVICES = ("geocoding", "routing", "isolines", "observatory")
_KINDS = ("apis", "database", "dataservices", "user", "data-observatory")
_SCHEMA = "schema 0523f3f0-5126-53b5-9ac2-afbdc020609e#"
_RUBY = {
    str: "String", bool: "TrueClass", int: "Integer", float: "Float", list: "Array", type(None): "NilClass",
    dict: "ActiveSupport::HashWithIndifferentAccess",
}  # fmt: skip


@dataclass(frozen=True)
class _Rule:
    """`members` are the properties of an object, `items` the rule of a list's."""

    kind: type
    words: tuple[str, ...] = ()
    items: "_Rule | None" = None
    members: "dict[str, _Rule]" = field(default_factory=dict)
    needed: tuple[str, ...] = ()


def _list_of(*words: str) -> _Rule:
    return _Rule(list, items=_Rule(str, words))


_TEXT, _ANYTHING = _Rule(str), _Rule(list)
_TABLE_RIGHTS = _list_of("insert", "select", "update", "delete")
_TABLE = _Rule(
    dict,
    members={"schema": _TEXT, "name": _TEXT, "owner": _Rule(bool), "permissions": _TABLE_RIGHTS},
    needed=("schema", "name", "permissions"),
)
_SCHEMA_GRANT = _Rule(
    dict,
    members={"schema": _TEXT, "name": _TEXT, "permissions": _list_of("create")},
    needed=("name", "permissions"),
)
_SECTION = _Rule(
    dict,
    members={
        "type": _Rule(str, _KINDS),
        "apis": _list_of(*APIS),
        "schemas": _Rule(list, items=_SCHEMA_GRANT),
        "tables": _Rule(list, items=_TABLE),
        "services": _list_of(*SERVICES),
        "data": _list_of("profile"),
        "table_metadata": _ANYTHING,
        "datasets": _list_of(),
    },
    needed=("type",),
)
_GRANTS = _Rule(list, items=_SECTION)
_TYPE_NAMES = {list: "array", dict: "object", str: "string", bool: "boolean"}


def find_errors(grants: object) -> list[str]:
    """All complaints, each to stand behind the word Grants."""
    errors = []
    if isinstance(grants, list):
        kinds = [section.get("type") for section in grants if isinstance(section, dict)]
        errors += ["only one apis section is allowed"] if kinds.count("apis") != 1 else []
        errors += [f"only one {kind} section is allowed" for kind in _KINDS[1:] if kinds.count(kind) > 1]
    else:
        errors.append('["grants has to be an array"]')
        if grants is None:
            return errors
    return errors + [f"{text} in {_SCHEMA}" for text in _check(_GRANTS, grants, "#/")]


def _check(rule: _Rule, value: object, place: str) -> Iterator[str]:
    if not isinstance(value, rule.kind):
        kind = _TYPE_NAMES[rule.kind]
        yield f"The property '{place}' of type {_RUBY[type(value)]} did not match the following type: {kind}"
    elif rule.words and value not in rule.words:
        words = ", ".join(rule.words)
        yield f"The property '{place}' value {json.dumps(value)} did not match one of the following values: {words}"
    elif isinstance(value, dict):
        for name in rule.needed:
            if name not in value:
                yield f"The property '{place}' did not contain a required property of '{name}'"
        for name, member in value.items():
            if name in rule.members:
                yield from _check(rule.members[name], member, _join(place, name))
        if unknown := [name for name in value if name not in rule.members]:
            yield (
                f"The property '{place}' contains additional properties {json.dumps(unknown)} outside of the schema"
                " when none are allowed"
            )
    elif isinstance(value, list) and rule.items is not None:
        for number, item in enumerate(value):
            yield from _check(rule.items, item, _join(place, str(number)))


def _join(place: str, name: str) -> str:
    return f"{place}{name}" if place == "#/" else f"{place}/{name}"
