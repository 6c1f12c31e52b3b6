"""What is sent again, how often, and after how long: decisions only, without a clock, a connection or randomness."""

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

# Sending these twice has the effect of sending them once (RFC 9110, 9.2.2).
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
# A proxy or load balancer that could not reach CARTO, or gave up on it; 520 to 524 are those of CDNs.
PASSING_STATUSES = frozenset({502, 503, 504, 520, 521, 522, 523, 524})


@dataclass(frozen=True)
class RetryPolicy:
    """How a call is tried again. Immutable and picklable; `RetryPolicy(attempts=1)` never retries.

    Refused by a rate limit, or not sent at all because no connection came about: any call whose body can be sent again,
    but not where the certificate is not trusted.
    A broken connection, silence, or a status that passes (502, 503, 504, 520-524): only idempotent methods, unless
    `unsafe` says that what is sent may happen twice. A body that is streamed (COPY FROM, uploads) is never sent again.
    """

    attempts: int = 4
    first_delay: float = 0.5  # seconds; doubles with each try
    longest_delay: float = 30.0  # also the longest Retry-After that is waited for; a longer one raises at once
    unsafe: bool = False

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.first_delay < 0 or self.longest_delay < 0:
            raise ConfigurationError("a RetryPolicy has at least 1 attempt, and no delay below 0 seconds")

    def delay(self, error: CartoError, *, attempt: int, method: str, replayable: bool, chance: float) -> float | None:
        """Seconds to wait before the next try, None to give up.

        `attempt` counts the tries made so far, from 1; `chance` is a random number from 0 to 1, which spreads the tries
        of many clients over the second half of each delay.
        """
        if attempt >= self.attempts or not replayable or not self._may_repeat(error, method):
            return None
        backoff = min(self.first_delay * 2.0 ** (attempt - 1), self.longest_delay) * (0.5 + chance / 2)
        told = retry_after(error.headers) if isinstance(error, ApiError) else None
        if told is None:
            return None if isinstance(error, RateLimitError) else backoff
        # "0" is no invitation to hammer.
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
    """Keeps a client from making an outage worse: retries are a tenth of the calls at most, after the first few.

    The first few are 20, or as many as one call may make by its policy, so that RetryPolicy(attempts=30) has its 29.
    One for each client, and for each `with_options` that changes the policy; counting is so simple that threads cannot
    harm it.
    """

    CAPACITY = 20.0
    EARNED_BY_A_CALL = 0.1
    USED_UP = "It was not tried again: this client's retries are used up; ten calls that succeed earn one."

    def __init__(self, policy: RetryPolicy = RetryPolicy()) -> None:
        self._capacity = self._left = max(self.CAPACITY, policy.attempts - 1.0)

    def earn(self) -> None:
        self._left = min(self._left + self.EARNED_BY_A_CALL, self._capacity)

    def spend(self) -> bool:
        """Whether one more retry may be made."""
        if self._left < 1:
            return False
        self._left -= 1
        return True
