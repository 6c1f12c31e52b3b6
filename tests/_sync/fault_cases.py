# Made from tests/_async/fault_cases.py by scripts/unasync; do not edit.
"""One call under one fault: its outcome, and its side effects."""

import gzip
import io
import json
import secrets
import traceback
import zipfile
from dataclasses import dataclass
from pathlib import Path

from carto_ext._sync.client import Carto
from carto_ext.errors import CartoError
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import CATALOGUE, Answer, Answers
from carto_sandbox.faults.server import FaultServer, Request
from tests._sync.fault_verbs import OLD, SENT, Place, Verb

KEY = "not-a-real-key"
TWICE = RetryPolicy(attempts=2, first_delay=0.001)
# Calls that must time out get little time; all others have enough on the slowest machine.
SHORT, LONG = 0.03, 10.0


@dataclass(frozen=True)
class Outcome:
    """`harm` names data that is lost, left over or sent twice. It must be empty."""

    error: CartoError | None
    result: object
    tries: int
    harm: tuple[str, ...]


def with_archive(answers: Answers) -> Answers:
    """An exported file is an archive, which the examples of the API description cannot contain."""
    answers = answers.copy()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("map.carto.json", "{}")
    answers["exports_download"] = Answer(body=packed.getvalue(), headers={"Content-Type": "application/zip"})
    return answers


def meet(
    server: FaultServer, verb: Verb, fault: str, folder: Path, authority: str, *, stays: bool, patience: float = SHORT
) -> Outcome:
    """The fault meets the verb's request once, or, if it `stays`, that one and all others.

    `patience` is the client's timeout in seconds where there will be no answer.
    """
    met = CATALOGUE.get(fault)
    server.reset()
    server.play(*[None] * verb.spared, *([] if stays else [met]), default=met if stays else None)
    for path in folder.iterdir():
        path.unlink()
    place = Place(folder)
    error, result = None, None
    # The requests that are spared are answered, though perhaps not at once.
    silence = max(patience, 0.1) if verb.spared else patience
    with Carto(
        server.base_url,
        api_key=KEY,
        verify=authority,
        timeout=silence if fault.startswith("stall") else LONG,
        deadline=LONG,
        retries=TWICE,
    ) as carto:
        try:
            result = verb.call(carto, place)
        except CartoError as failure:
            error = failure
        seen = list(server.requests)
        if _comes_after_the_answer(verb, fault):
            server.reset()
        next_call = _call_again(server, carto)
    requests = [request for request in seen if request.operation_id == verb.operation]
    return Outcome(error, result, len(requests), (*find_harm(verb, fault, place, error, requests), *next_call))


def _comes_after_the_answer(verb: Verb, fault: str) -> bool:
    """All was read and answered before the connection breaks or falls silent; in that moment no client can know it."""
    if fault.endswith("after the whole answer"):
        return True
    if fault.startswith("early answer"):
        return not verb.streamed
    return verb.content == "nothing" and fault.endswith(("mid answer body", "Content-Length", "chunked", "until close"))


def _call_again(server: FaultServer, carto: Carto) -> list[str]:
    """The next call on the same client: it has to get its own answer, which no other can be taken for."""
    name = secrets.token_hex(8)
    server.answers["named_maps_list"] = Answer(
        body=json.dumps({"template_ids": [name]}).encode(), headers={"Content-Type": "application/json"}
    )
    server.play()
    try:
        found = carto.with_options(timeout=LONG, retries=RetryPolicy(attempts=1)).named_maps.list()
    except CartoError as failure:
        return [f"the next call fails: {failure!r}"]
    return [] if found.template_ids == [name] else [f"the next call gets {found!r}"]


def find_harm(verb: Verb, fault: str, place: Place, error: CartoError | None, requests: list[Request]) -> list[str]:
    harm = []
    if place.generators:
        harm.append("a generator was left open")
    files = {path.name for path in place.folder.iterdir()}
    if files - {"in.csv", "out", "open"}:
        harm.append(f"left behind: {files}")
    if error is not None and KEY in "".join(traceback.format_exception(error)):
        harm.append("the error tells the key")
    target = place.folder / "out"
    if error is not None and target.exists() and target.read_bytes() != OLD:
        harm.append("a failed download has taken the place of the old file")
    refused = fault.startswith("429") and not verb.streamed
    if verb.method == "POST" and len(requests) > 1 and not refused:
        harm.append("sent twice")
    if verb.streamed and error is None and SENT not in body_of(requests[-1]):
        harm.append("not all was sent")
    return harm


def body_of(request: Request) -> bytes:
    packed = request.headers.get("content-encoding") == "gzip"
    return gzip.decompress(request.body_start) if packed else request.body_start
