"""Retry decisions (which calls, how often, how long to wait), without a clock, a connection or randomness."""

from dataclasses import dataclass

from carto_ext._answers import retry_after
from carto_ext.errors import (
    ApiError,
    CartoError,
    ConfigurationError,
    ConnectionFailedError,
    RateLimitError,
    TransportError,
)

# Sending these twice has the same effect as sending them once (RFC 9110, 9.2.2).
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
# A proxy or load balancer that could not reach CARTO, or gave up on it; 520 to 524 are those of CDNs.
PASSING_STATUSES = frozenset({502, 503, 504, 520, 521, 522, 523, 524})


@dataclass(frozen=True)
class RetryPolicy:
    """Rules for trying a call again. Immutable and picklable.

    * After a rate limit, or if no connection could be opened: any call whose body can be sent again. A certificate that
      is not trusted is never tried again.
    * After a broken connection, a timeout, or a status that passes (502, 503, 504, 520-524): only idempotent methods,
      unless `unsafe` allows that a request takes effect twice.
    * A streamed body (COPY FROM, uploads) is never sent again.

    Args:
        attempts: Largest number of tries, the first included. 1 never retries.
        first_delay: Delay before the second try, in seconds. It doubles with each further try.
        longest_delay: Longest delay in seconds, also the longest Retry-After to wait for. A longer one raises at once.
        unsafe: True to repeat POST and PATCH after failures that leave their effect unknown.

    Raises:
        ConfigurationError: `attempts` is less than 1, or a delay is negative.

    Example:
        carto = Carto("https://me.carto.com", retries=RetryPolicy(attempts=6, longest_delay=60))
    """

    attempts: int = 4
    first_delay: float = 0.5
    longest_delay: float = 30.0
    unsafe: bool = False

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.first_delay < 0 or self.longest_delay < 0:
            raise ConfigurationError(f"{self} is invalid: give at least 1 attempt, and delays of at least 0 seconds")

    def delay(self, error: CartoError, *, attempt: int, method: str, replayable: bool, chance: float) -> float | None:
        """Decide about the next try.

        Args:
            error: The error of the last try.
            attempt: Number of tries so far, from 1.
            method: HTTP method of the call.
            replayable: True if the body can be sent again.
            chance: A random number from 0 to 1. It spreads the tries of many clients over the second half of a delay.

        Returns:
            Seconds to wait before the next try, or None to give up.
        """
        if attempt >= self.attempts or not replayable or not self._may_repeat(error, method):
            return None
        backoff = min(self.first_delay * 2.0 ** (attempt - 1), self.longest_delay) * (0.5 + chance / 2)
        told = retry_after(error.headers) if isinstance(error, ApiError) else None
        if told is None:
            return None if isinstance(error, RateLimitError) else backoff
        # Even with "Retry-After: 0" the backoff applies.
        return None if told > self.longest_delay else max(told + chance * min(self.first_delay, told), backoff)

    def _may_repeat(self, error: CartoError, method: str) -> bool:
        if isinstance(error, ConnectionFailedError):
            return error.may_pass
        if isinstance(error, RateLimitError):
            return True
        passing = isinstance(error, TransportError) or (
            isinstance(error, ApiError) and error.status_code in PASSING_STATUSES
        )
        return passing and (self.unsafe or method in IDEMPOTENT)


class RetryBudget:
    """Limits a client's retries, so that they do not make an outage worse: a tenth of the calls, after the first 20.

    If the policy allows one call more than 20 retries, that number replaces the 20: RetryPolicy(attempts=30) has its
    29. Each client has its own budget, and so has each `with_options` that changes the policy. It needs no lock:
    threads can only make the count slightly wrong.
    """

    CAPACITY = 20.0
    EARNED_BY_A_CALL = 0.1
    USED_UP = "It was not tried again because this client's retries are used up; ten successful calls earn one."

    def __init__(self, policy: RetryPolicy = RetryPolicy()) -> None:
        self._capacity = self._left = max(self.CAPACITY, policy.attempts - 1.0)

    def earn(self) -> None:
        """Count a successful call."""
        self._left = min(self._left + self.EARNED_BY_A_CALL, self._capacity)

    def spend(self) -> bool:
        """Use up one retry. Returns False if none is left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True
