"""Faults by name, for tables: one of each kind that a client must come through or report."""

from carto_sandbox.faults.faults import (
    Close,
    EarlyAnswer,
    EndlessHead,
    Fault,
    Garbage,
    HiddenError,
    Point,
    Redirect,
    Reset,
    SlowBody,
    Stall,
    Status,
    Surplus,
    Truncated,
)

_PROXY_PAGE = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


def limit_rate(retry_after: int | None = 1, reset: int = 1) -> Status:
    """429 of the SQL API's rate limit. None leaves Retry-After out, as some proxies do."""
    headers = {"Carto-Rate-Limit-Limit": "3", "Carto-Rate-Limit-Remaining": "0", "Carto-Rate-Limit-Reset": str(reset)}
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    text = b"You are over platform's limits. Please contact us to know more details"
    return Status(429, b'{"error":["%b"],"context":"limit","detail":"rate-limit"}' % text, headers)


def exceed_limits() -> Status:
    """429 of a query that ran too long: sending it again does not help."""
    text = b"You are over platform's limits: SQL query timeout error. Refactor your query before running again"
    return Status(429, b'{"error":["%b"],"context":"limit","detail":"datasource"}' % text)


# No time to wait, so that tests are quick.
STATUSES: dict[str, Fault] = {
    "302 elsewhere": Redirect("https://elsewhere.invalid", 302),
    "400 SQL error": Status(
        400, b'{"error":["column nope does not exist"],"hint":"Perhaps you meant the column name."}'
    ),
    "400 central error": Status(400, b'{"errors":["Name is invalid"]}'),
    "401 empty": Status(401),
    "403 permission denied": Status(403, b'{"error":["permission denied for table places"]}'),
    "404 HTML": Status(404, b"<!DOCTYPE html>\n<pre>Cannot GET /api</pre>\n"),
    "404 empty": Status(404),
    "409 conflict": Status(409, b'{"errors":{"name":["has already been taken"]}}'),
    "410 list": Status(410, b'["Username is taken"]'),
    "422 errors": Status(422, b'{"errors":"Validation failed: grants","errors_cause":null}'),
    "429 rate limit": limit_rate(0, reset=0),
    "429 no Retry-After": limit_rate(None, reset=0),
    "429 platform limit": exceed_limits(),
    "500 JSON": Status(500, b'{"status":"500","error":"Internal Server Error"}'),
    "502 HTML": Status(502, _PROXY_PAGE),
    "503 Retry-After": Status(503, b"busy", {"Retry-After": "0"}),
    "520 empty": Status(520),
}
BROKEN_ANSWERS: dict[str, Fault] = {
    "garbage": Garbage(),
    "endless headers": EndlessHead(),
    "200 empty": Status(200),
    "200 HTML": Status(200, b"<html><body>Log in to the hotel's network</body></html>"),
    "200 broken JSON": Status(200, b'{"rows":[{"a":1},', {"Content-Type": "application/json"}),
    "200 wrong shape": Status(200, b'["neither","here","nor","there"]'),
    "200 rubbish as gzip": Status(200, b"{not gzip}", {"Content-Encoding": "gzip"}),
    "hidden error": HiddenError(),
    "truncated, Content-Length": Truncated("length"),
    "truncated, chunked": Truncated("chunked"),
    "truncated, until close": Truncated("close"),
}
RESETS: dict[str, Fault] = {f"reset {point.value}": Reset(point) for point in Point}
CLOSES: dict[str, Fault] = {f"close {point.value}": Close(point) for point in Point}
STALLS: dict[str, Fault] = {f"stall {point.value}": Stall(point) for point in Point}
_REFUSAL = Status(400, b'{"error":["invalid input syntax for type integer: \\"x\\""]}')
EARLY_ANSWERS: dict[str, Fault] = {
    "early answer, stops reading": EarlyAnswer(_REFUSAL, after=1000, then="stop reading"),
    "early answer, closes": EarlyAnswer(_REFUSAL, after=1000, then="close"),
    "early answer, drains": EarlyAnswer(_REFUSAL, after=1000, then="drain"),
}
SURPLUS: dict[str, Fault] = {"another answer behind it": Surplus(), "line ends behind it": Surplus(b"\r\n\r\n\r\n")}
SLOW: dict[str, Fault] = {"slow body": SlowBody(chunk=200, pause=0.005)}

CATALOGUE: dict[str, Fault] = {
    **STATUSES,
    **BROKEN_ANSWERS,
    **RESETS,
    **CLOSES,
    **STALLS,
    **EARLY_ANSWERS,
    **SURPLUS,
    **SLOW,
}
"""Every one of them. Those named "stall…" never end: a client needs a timeout."""
