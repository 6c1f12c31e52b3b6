"""Templates of named maps: what makes one valid, who may use it, and the MapConfig it becomes with given values."""

import copy
import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from carto_sandbox.maps_api.errors import MapsApiError, dump
from carto_sandbox.maps_api.javascript import has, is_finite, is_true, read, show

Template = dict[str, Any]
MapConfig = dict[str, Any]

_VERSION = "0.0.1"
_NAME = re.compile(r"[a-z0-9][0-9a-z_-]*", re.I | re.A)
_PLACEHOLDER = re.compile(r"[a-z][0-9a-z_]*", re.I | re.A)
_NUMBER = re.compile(r"[-+]?[\d.]?\d+([eE][+-]?\d+)?", re.A)
_COLORS = (re.compile(r"[a-zA-Z]+"), re.compile(r"#[0-9a-fA-F]{3,6}"))
_SUBSTITUTED = ("sql", "cartocss")


def complete_template(given: Any) -> Template:
    """The template as it is stored: `auth` first, and `placeholders` there; MapsApiError 400 when it is not valid."""
    raw: dict[str, Any] = given if isinstance(given, dict) else {}
    given_auth = raw.get("auth")
    auth = {**(given_auth if isinstance(given_auth, dict) else {})}
    auth.setdefault("method", "open")
    template = {"auth": auth, **{name: value for name, value in raw.items() if name != "auth"}}
    template.setdefault("placeholders", {})
    _check_head(raw)
    _check_layers(raw.get("layergroup"))
    _check_placeholders(template["placeholders"])
    _check_auth(auth)
    return template


def _check_head(template: Mapping[str, Any]) -> None:
    if template.get("version") != _VERSION:
        shown = show(template["version"]) if "version" in template else "undefined"
        raise _invalid(f"Unsupported template version {shown}")
    name = template.get("name")
    if not name:
        raise _invalid("Missing template name")
    if not isinstance(name, str):
        raise _invalid("tplname.match is not a function")
    if not _NAME.fullmatch(name):
        raise _invalid(f"Invalid characters in template name '{name}'")


def _check_layers(layergroup: Any) -> None:
    if not is_true(layergroup):
        raise _invalid("Missing layergroup")
    layers = layergroup.get("layers") if isinstance(layergroup, dict) else None
    if not isinstance(layers, list) or not layers:
        raise _invalid("Missing or empty layers array from layergroup config")
    bare = [str(i) for i, layer in enumerate(layers) if not (isinstance(layer, dict) and is_true(layer.get("options")))]
    if bare:
        raise _invalid(f"Missing `options` in layergroup config for layers: {', '.join(bare)}")


def _check_placeholders(placeholders: Any) -> None:
    for name, placeholder in placeholders.items() if isinstance(placeholders, dict) else ():
        if not _PLACEHOLDER.fullmatch(name):
            raise _invalid(f"Invalid characters in placeholder name '{name}'")
        for needed in ("default", "type"):
            if not has(placeholder, needed):
                raise _invalid(f"Missing {needed} for placeholder '{name}'")


def _check_auth(auth: Mapping[str, Any]) -> None:
    if auth["method"] == "open":
        return
    if auth["method"] != "token":
        raise _invalid(f"Unsupported authentication method: {show(auth['method'])}")
    if not isinstance(auth.get("valid_tokens"), list):
        raise _invalid("Invalid 'token' authentication: missing valid_tokens")
    if not auth["valid_tokens"]:
        raise _invalid("Invalid 'token' authentication: no valid_tokens")


def _invalid(text: str) -> MapsApiError:
    return MapsApiError(text, 400)


def is_authorized(auth: Mapping[str, Any], tokens: Sequence[Any]) -> bool:
    """Return True if one of the tokens satisfies this `auth`."""
    return auth.get("method") == "open" or any(token in auth.get("valid_tokens", ()) for token in tokens)


def compute_fingerprint(template: Template) -> str:
    """The eight digits that stand in the ids of its instances."""
    return hashlib.md5(dump(template).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:8]


def instantiate(template: Template, given: Any) -> MapConfig:
    """The MapConfig with the values given, the defaults for those that are not; MapsApiError 400 for a wrong value."""
    params: dict[str, Any] = given if isinstance(given, dict) else {}
    placeholders = template["placeholders"] if isinstance(template["placeholders"], dict) else {}
    values = {
        name: _check_value(name, placeholder["type"], params.get(name, placeholder["default"]))
        for name, placeholder in placeholders.items()
    }
    config: MapConfig = copy.deepcopy(template["layergroup"])
    if isinstance(config.get("buffersize"), dict):
        config["buffersize"] = {
            name: _parse_size(_substitute(size, values)) for name, size in config["buffersize"].items()
        }
    for layer in config["layers"]:
        for name in _SUBSTITUTED:
            if isinstance(layer["options"], dict) and is_true(layer["options"].get(name)):
                layer["options"][name] = _substitute(layer["options"][name], values)
    _apply_styles(config, params.get("styles"))
    return config


def _check_value(name: str, kind: Any, value: Any) -> str:
    """The text that is put in; only numbers may be given as something else than a string."""
    if kind not in ("sql_literal", "sql_ident", "number", "css_color"):
        raise _invalid(f"Invalid placeholder type '{show(kind)}'")
    method = "replace" if kind.startswith("sql_") else "match"
    if value is None:
        read(value, method)
    if kind == "number" and is_finite(value):
        return show(value)
    if not isinstance(value, str):
        raise _invalid(f"val.{method} is not a function")
    if kind.startswith("sql_"):
        quote = "'" if kind == "sql_literal" else '"'
        return value.replace(quote, quote * 2)
    patterns = (_NUMBER,) if kind == "number" else _COLORS
    if not any(pattern.fullmatch(value) for pattern in patterns):
        raise _invalid(f"Invalid {kind} value for template parameter '{name}': {value}")
    return value


def _substitute(text: Any, values: Mapping[str, str]) -> Any:
    if values and not isinstance(text, str):
        raise _invalid("str.replace is not a function")
    # All at once would not put values into values; the real server goes one by one, and so does this.
    for name, value in values.items():
        text = value.join(re.split(rf"<%=\s*{name}\s*%>", text))
    return text


def _parse_size(size: Any) -> Any:
    """A number out of a text that begins with one; what is none is refused later, with the MapConfig's own words."""
    digits = re.match(r"\s*[-+]?\d{1,9}", size) if isinstance(size, str) else None
    return int(digits[0]) if digits else size


def _apply_styles(config: MapConfig, styles: Any) -> None:
    """Styles by the layers' index, in a list or an object."""
    by_index = dict(enumerate(styles)) if isinstance(styles, list) else styles
    for index, layer in enumerate(config["layers"]) if isinstance(by_index, dict) else ():
        style = by_index.get(index, by_index.get(str(index)))
        if style and isinstance(layer["options"], dict):
            layer["options"]["cartocss"] = style
