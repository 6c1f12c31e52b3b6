"""The arithmetic of trying again."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext.errors import (
    CartoError,
    CartoTimeoutError,
    ConfigurationError,
    ConnectionFailedError,
    TransportError,
    api_error,
)
from carto_ext.retries import RetryBudget, RetryPolicy


def answer(status_code: int, **headers: str) -> CartoError:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return api_error(status_code=status_code, headers=named, content=b"{}", method="GET", path="/x")


def delay(error: CartoError, policy: RetryPolicy | None = None, **context: object) -> float | None:
    known = {"attempt": 1, "method": "GET", "replayable": True, "chance": 0.5} | context
    return (policy or RetryPolicy()).delay(error, **known)  # type: ignore[arg-type]


BROKEN = [TransportError("x"), CartoTimeoutError("x"), answer(502), answer(503), answer(504), answer(520), answer(524)]
FINAL = [
    answer(400),
    answer(401),
    answer(403),
    answer(404),
    answer(409),
    answer(422),
    answer(429),
    answer(500),
    answer(501),
]


@pytest.mark.parametrize("error", BROKEN)
def test_what_passes_is_tried_again_if_it_may_happen_twice(error: CartoError) -> None:
    assert delay(error) is not None
    assert delay(error, method="POST") is None
    assert delay(error, RetryPolicy(unsafe=True), method="POST") is not None
    assert delay(error, replayable=False) is None


@pytest.mark.parametrize("error", FINAL)
def test_what_stays_wrong_is_not_tried_again(error: CartoError) -> None:
    assert delay(error) is None
    assert delay(error, RetryPolicy(unsafe=True), method="POST") is None


def test_what_was_never_sent_is_tried_again_whatever_it_is() -> None:
    assert delay(ConnectionFailedError("x"), method="POST") is not None
    assert delay(ConnectionFailedError("x"), method="POST", replayable=False) is None


def test_a_rate_limit_says_how_long() -> None:
    assert delay(answer(429, retry_after="6"), method="POST", chance=0.0) == 6
    assert delay(answer(429, retry_after="31")) is None, "longer than the longest delay"
    assert delay(answer(429, retry_after="6"), replayable=False) is None
    assert delay(answer(503, retry_after="2"), chance=0.0) == 2


def test_the_first_try_is_the_last_when_switched_off() -> None:
    assert delay(BROKEN[0], RetryPolicy(attempts=1)) is None
    assert delay(BROKEN[0], RetryPolicy(attempts=2), attempt=2) is None


@given(st.integers(1, 30), st.floats(0, 1), st.floats(0, 10), st.floats(0, 100))
def test_delays_grow_within_their_bounds(attempt: int, chance: float, first: float, longest: float) -> None:
    policy = RetryPolicy(attempts=100, first_delay=first, longest_delay=longest)
    waited = policy.delay(BROKEN[0], attempt=attempt, method="GET", replayable=True, chance=chance)
    assert waited is not None
    assert 0 <= waited <= longest
    assert waited >= min(first * 2.0 ** (attempt - 1), longest) / 2


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"first_delay": -1}, {"longest_delay": -1}])
def test_senseless_policies_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ConfigurationError):
        RetryPolicy(**wrong)  # type: ignore[arg-type]


def test_a_policy_can_be_pickled() -> None:
    policy = RetryPolicy(attempts=2, unsafe=True)
    assert pickle.loads(pickle.dumps(policy)) == policy


def test_a_budget_runs_dry_and_fills_with_calls() -> None:
    budget = RetryBudget()
    spent = sum(budget.spend() for _ in range(1000))
    assert spent == RetryBudget.CAPACITY
    for _ in range(15):
        budget.earn()
    assert [budget.spend(), budget.spend()] == [True, False]
