"""The parameters of a request: query string and body merged as CARTO's SQL API merges them."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from carto_sandbox.http.errors import SqlApiError

Parameters = dict[str, Any]

# Queries have no limit in CARTO; a form's field has one in the parser, so it gets a generous one.
_MAX_FIELD_BYTES = 64 * 1024 * 1024
_BLANKS = " \t\r\n"


def read_query(request: Request) -> Parameters:
    """Query string parameters; a repeated one is a list."""
    return _merge(request.query_params.multi_items())


async def read_body(request: Request) -> Parameters:
    """Parameters of a JSON or form body; other content types are ignored."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "application/json":
        return _parse_json((await request.body()).decode("utf-8", "replace"))
    if content_type == "application/x-www-form-urlencoded":
        text = (await request.body()).decode("utf-8", "replace")
        return _merge(parse_qsl(text, keep_blank_values=True))
    if content_type == "multipart/form-data":
        return await _read_multipart(request)
    return {}


async def _read_multipart(request: Request) -> Parameters:
    try:
        form = await request.form(max_part_size=_MAX_FIELD_BYTES)
    except MultiPartException as error:
        raise SqlApiError(400, error.message) from None
    try:
        if any(isinstance(value, UploadFile) for _, value in form.multi_items()):
            raise SqlApiError(400, "Unexpected field")
        return _merge([(name, str(value)) for name, value in form.multi_items()])
    finally:
        await form.close()


def _parse_json(text: str) -> Parameters:
    if not text:
        return {}
    try:
        parsed = json.loads(text, parse_constant=_refuse_constant)
    except _ConstantError as error:
        raise _describe_error(text, text.find(str(error))) from None
    except json.JSONDecodeError as error:
        raise _describe_error(text, error.pos) from None
    return parsed if isinstance(parsed, dict) else {}


class _ConstantError(ValueError):
    """NaN and the like, which Python reads and JSON does not have."""


def _refuse_constant(name: str) -> None:
    raise _ConstantError(name)


def _describe_error(text: str, at: int) -> SqlApiError:
    """In the words of node's JSON.parse; a word that begins well is read as far as it is right."""
    at += len(text[at:]) - len(text[at:].lstrip(_BLANKS))
    for word in ("true", "false", "null"):
        if text[at : at + 1] == word[0]:
            at += next((n for n, letter in enumerate(word) if text[at + n : at + n + 1] != letter), len(word))
            break
    if at >= len(text):
        return SqlApiError(400, "Unexpected end of JSON input")
    what = {'"': "string"}.get(text[at], "number" if text[at] in "-0123456789" else f"token {text[at]}")
    return SqlApiError(400, f"Unexpected {what} in JSON at position {at}")


def _merge(pairs: list[tuple[str, str]]) -> Parameters:
    merged: Parameters = {}
    for name, value in pairs:
        if name not in merged:
            merged[name] = value
        elif isinstance(merged[name], list):
            merged[name].append(value)
        else:
            merged[name] = [merged[name], value]
    return merged
