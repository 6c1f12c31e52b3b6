"""Finds the operation of a recorded request, and checks that the spec allows the request."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from truth.addresses import other_method, other_paths
from truth.document import UNDESCRIBED, Document, Mismatch, Route
from truth.recordings import Exchange
from truth.request_faults import NOT_DESCRIBED, Fault, find_faults

MATCHED, UNROUTED, WRONG, LEFT_OUT = "matched", "unrouted", "wrong on purpose", "left out"
TAKEN = "taken all the same"
LIBERTIES = Path(__file__).with_name("liberties.yaml")
# Routes that are not part of the API, with the reason.
PAGES = {"/api/v1/get_authenticated_users": "tells only CARTO's own web pages who is logged in"}


class Verdict(NamedTuple):
    kind: str
    route: Route | None
    reason: str = ""
    mismatches: tuple[Mismatch, ...] = ()


class Liberty(NamedTuple):
    """One kind of request that CARTO takes although the spec does not offer it."""

    name: str
    at: re.Pattern[str]
    says: re.Pattern[str]
    of: re.Pattern[str]
    why: str

    def covers(self, route: Route, fault: Fault) -> bool:
        pointer, message = fault
        return bool(self.of.match(route.name) and self.at.fullmatch(pointer) and self.says.search(message))


@cache
def load_liberties() -> list[Liberty]:
    entries = yaml.safe_load(LIBERTIES.read_text(encoding="utf-8"))
    return [
        Liberty(e["name"], re.compile(e["at"]), re.compile(e["says"]), re.compile(e.get("of", "")), e["why"])
        for e in entries
    ]


def name_of(route: Route, fault: Fault) -> str:
    """The name of the liberty that covers a fault, or nothing."""
    return next((liberty.name for liberty in load_liberties() if liberty.covers(route, fault)), "")


def find_operation(document: Document, exchange: Exchange) -> Verdict:
    """Exactly one operation, or why it is right that there is none, or else mismatches."""
    method = other_method(exchange.method, exchange.path, has_body=bool(exchange.body))
    if method != exchange.method:
        verdict = find_operation(document, exchange._replace(method=method))
        return accept(verdict, f"{exchange.method} in place of {method}")
    routes = [r for r in document.routes if r.method == exchange.method and r.pattern.fullmatch(exchange.path)]
    if not routes:
        for path, why in other_paths(exchange.path):
            verdict = find_operation(document, exchange._replace(path=path))
            if verdict.route is not None:
                return accept(verdict, f"another address: {why}")
        return judge_unknown(exchange)
    most = max(route.concreteness for route in routes)
    faults = {r.name: find_faults(document, r, exchange) for r in routes if r.concreteness == most}
    fitting = [name for name, found in faults.items() if not found]
    if len(fitting) == 1:
        return Verdict(MATCHED, document.by_name[fitting[0]])
    if fitting:
        several = f"{exchange.request_line} fits {len(fitting)} operations: {', '.join(fitting)}"
        return Verdict(MATCHED, None, mismatches=(Mismatch(exchange.where, "/request", several),))
    nearest = min(faults, key=lambda name: distance(faults[name]))
    return judge_faults(exchange, document.by_name[nearest], faults[nearest])


def distance(faults: list[Fault]) -> tuple[int, ...]:
    """Return the distance of a request from an operation. An unknown body or parameter increases it."""
    strange = [pointer == "/request/headers/content-type" for pointer, _ in faults]
    unknown = [message in (NOT_DESCRIBED, UNDESCRIBED) for _, message in faults]
    return sum(strange), sum(unknown), len(faults)


def accept(verdict: Verdict, reason: str) -> Verdict:
    return verdict._replace(kind=TAKEN, reason=reason) if verdict.kind == MATCHED else verdict


def judge_unknown(exchange: Exchange) -> Verdict:
    """CARTO answers what it does not route with 404: an HTML page (SQL API), or nothing at all (Maps API)."""
    answer = exchange.answer
    if exchange.method in ("HEAD", "OPTIONS"):
        return Verdict(LEFT_OUT, None, f"{exchange.method} is HTTP's own and not described")
    if exchange.path in PAGES:
        return Verdict(LEFT_OUT, None, PAGES[exchange.path])
    if answer.status == 404 and (not answer.body.strip() or answer.content_type == "text/html"):
        what = "an HTML page" if answer.body.strip() else "an empty body"
        return Verdict(UNROUTED, None, f"CARTO has no such route (404 with {what})")
    message = f"no operation has the route {exchange.request_line}, which CARTO answered with {answer.status}"
    return Verdict(MATCHED, None, mismatches=(Mismatch(exchange.where, "/request/uri", message),))


def judge_faults(exchange: Exchange, route: Route, faults: list[Fault]) -> Verdict:
    """Refused: wrong on purpose. Taken: a liberty that has a name, or else something that the spec should have said."""
    if any(pointer.endswith("/callback") and message in (NOT_DESCRIBED, UNDESCRIBED) for pointer, message in faults):
        return Verdict(LEFT_OUT, None, "JSONP (callback) is left out of the spec except in the operations for it")
    told = "; ".join(f"{pointer.removeprefix('/request/')} {message}" for pointer, message in faults)
    if exchange.answer.status >= 400:
        return Verdict(WRONG, route, f"{told} ({exchange.answer.status})")
    names = {fault: name_of(route, fault) for fault in faults}
    if all(names.values()):
        return Verdict(TAKEN, route, f"{', '.join(dict.fromkeys(names.values()))}: {told}")
    left = ((pointer, message) for (pointer, message), name in names.items() if not name)
    found = (Mismatch(exchange.where, pointer, f"{route.name}: {message}") for pointer, message in left)
    return Verdict(MATCHED, route, mismatches=tuple(found))
