"""Faults on demand: a CARTO that fails as requested, to test how a program reacts.

    from carto_sandbox.faults import FaultServer, Point, Reset, Status, load_answers

    with FaultServer(load_answers(), Status(503), Reset(Point.ANSWER_BODY)) as server:
        ...  # a client of server.base_url meets a 503, then half an answer, then no fault any more

It has no database: what it answers without a fault are the examples of the API's description, and `server.answers`
replaces them. Everything else is real: sockets that are reset, TLS that fails, bytes that never come. `server.play`
gives it new faults, `server.requests` is what arrived, and CATALOGUE has one fault of each kind by name.
"""

from carto_sandbox.faults.answers import Answer, Answers, load_answers
from carto_sandbox.faults.catalogue import CATALOGUE, exceed_limits, limit_rate
from carto_sandbox.faults.faults import (
    Break,
    Close,
    Delay,
    EarlyAnswer,
    EndlessHead,
    Fault,
    Fine,
    Garbage,
    HiddenError,
    JobState,
    Point,
    Redirect,
    Reset,
    SlowBody,
    SlowReading,
    Stall,
    Status,
    Storm,
    Surplus,
    Truncated,
)
from carto_sandbox.faults.server import FaultServer
from carto_sandbox.faults.wire import Request

__all__ = [
    "CATALOGUE",
    "Answer",
    "Answers",
    "Break",
    "Close",
    "Delay",
    "EarlyAnswer",
    "EndlessHead",
    "Fault",
    "FaultServer",
    "Fine",
    "Garbage",
    "HiddenError",
    "JobState",
    "Point",
    "Redirect",
    "Request",
    "Reset",
    "SlowBody",
    "SlowReading",
    "Stall",
    "Status",
    "Storm",
    "Surplus",
    "Truncated",
    "exceed_limits",
    "limit_rate",
    "load_answers",
]
