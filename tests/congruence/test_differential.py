"""The genuine Maps API's answers to 554 requests, and the sandbox's: equal, except for those named here.

``python -m pytest tests/congruence/test_differential.py -s`` prints the figures. A difference that is not named fails,
and so does a name without a difference.
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from carto_sandbox import Sandbox
from carto_sandbox.maps_api.drawing.canvas import has_renderer
from tests.congruence.differential import (
    MASTER_KEY,
    USERNAME,
    Asker,
    Case,
    describe,
    find_differences,
    load_cases,
    prepare,
)

pytestmark = pytest.mark.postgis

CASES = load_cases()
LEAST_SHARE = 0.95
NAMED = {
    "CARTO's tile has the margin of a map asked before, whose `buffersize` the server kept by mistake": [
        "151 tile dup ids 1/0/0.mvt",
        "153 tile extra keys 1/0/0.mvt",
        "156 tile mapnik 1/0/0@2x.mvt",
        "168 tile vector only 0,0/1/1/1.mvt",
        "214 tile vector only 2/1/1@3x.mvt",
        "222 tile: key tile",
        "501 named tile 0,0/2/1/1.mvt?callback=cb",
        "519 token: tile master q",
        "523 token: tile array",
        "525 token: bare md5",
        "526 token: wrong template hash",
        "533 named layer tile 0",
    ],
    "Rows that PostgreSQL draws by lot": ["80 create: metadata sample"],
    "Templates of requests that are kept aside": ["429 template: list"],
    "CARTO's web application answers paths below /api/v1 that are no map's, with a page": [
        "550 path /user/demo/api/v1/nope"
    ],
    "A grant in that one database: keys of CARTO's read the catalog of analyses": ["554 catalog reg"],
}


@pytest.fixture(scope="module")
def answers(request: pytest.FixtureRequest) -> Iterator[dict[str, list[str]]]:
    """The differences of each answer. Images are left out without a renderer."""
    running: Sandbox = request.getfixturevalue("postgis_sandbox")
    # Not strict: these are CARTO's answers, whatever the description of the API says of them.
    with Sandbox(username=None, dsn=running.accounts.postgres.admin_dsn) as lenient:
        account = lenient.create_account(USERNAME, api_key=MASTER_KEY)
        prepare(account, running.accounts.postgres)
        asker = Asker(lenient.url)
        try:
            yield {
                case.label: find_differences(case.answer, describe(asker.ask(case)))
                for case in CASES
                if _is_for_us(case)
            }
        finally:
            asker.close()
            lenient.drop_account(account)


def _is_for_us(case: Case) -> bool:
    return has_renderer() or "image" not in case.answer


def test_answers_are_the_genuine_ones(answers: dict[str, list[str]]) -> None:
    reasons = {label: why for why, labels in NAMED.items() for label in labels}
    found = {label: what for label, what in answers.items() if what}
    equal = len(answers) - len(found)
    print(f"\n\n{equal} of {len(answers)} answers are CARTO's ({equal / len(answers):.1%})")
    if len(answers) < len(CASES):
        print(f"    {len(CASES) - len(answers)} pictures not asked for: nothing draws them without the extra `render`")
    for why, count in Counter(reasons.get(label, "not named") for label in found).most_common():
        print(f"    {count} differ: {why}")
    assert {label: what for label, what in found.items() if label not in reasons} == {}
    assert reasons.keys() - found.keys() == set(), "named, and no difference any more"
    assert equal / len(answers) >= LEAST_SHARE
