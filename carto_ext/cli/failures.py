"""Errors as people read them, and the exit codes by which programs know them (pure)."""

import textwrap
from collections.abc import Callable, Sequence

from carto_client.redaction import readable
from carto_ext import errors
from carto_ext.frames import FrameError, MissingExtraError

ANYTHING_ELSE = 1
USAGE = 2
NOT_FOUND = 5
CONFLICT = 6
PARTIAL = 13
INTERRUPTED = 130
BROKEN_PIPE = 141

# The first class that fits decides. docs/cli.md has this table in words.
_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (errors.InvalidArgumentError, USAGE),
    (errors.ConfigurationError, 3),
    (MissingExtraError, 3),
    (errors.AuthenticationError, 4),
    (errors.PermissionDeniedError, 4),
    (errors.NotFoundError, NOT_FOUND),
    (errors.ConflictError, CONFLICT),
    (FrameError, 7),
    (UnicodeError, USAGE),
    (errors.InvalidRequestError, 7),
    (errors.RateLimitError, 8),
    (errors.PlatformLimitError, 8),
    (errors.ServerError, 9),
    (errors.JobTimeoutError, 11),
    (errors.CartoTimeoutError, 11),
    (errors.TransportError, 10),
    (errors.JobError, 12),
    (errors.PartialFailureError, PARTIAL),
    (errors.DownloadError, 14),
    (errors.NotCartoError, 15),
    (errors.UnexpectedResponseError, 15),
)

_ADVICE: tuple[tuple[type[BaseException], str], ...] = (
    (errors.AuthenticationError, "Give a key of this account: carto login, or CARTO_API_KEY."),
    (errors.PermissionDeniedError, "Use a key with a grant for this, or the account's master key."),
    (errors.NotFoundError, "Check the name or id, and that the key may see it."),
    (errors.ConflictError, "Use another name, or make room if it is a quota."),
    (errors.InvalidRequestError, "Correct what the message names, then try again."),
    (errors.PlatformLimitError, "Make the query smaller, or run it as a batch job: carto jobs run SQL."),
    (errors.GatewayError, "A proxy before CARTO failed. Try again later."),
    (errors.ServerError, "CARTO failed. Try again later."),
    (errors.NotCartoError, "Check the base URL: carto doctor."),
    (errors.ConnectionFailedError, "carto doctor says which step fails."),
    (errors.ImportFailedError, "Correct the file, then import it again."),
    (errors.JobFailedError, "Correct what the message names, then start it again."),
)

# For answers without a word.
_SILENT: tuple[tuple[type[BaseException], str], ...] = (
    (errors.AuthenticationError, "CARTO does not accept the key"),
    (errors.PermissionDeniedError, "the key may not do this"),
    (errors.NotFoundError, "there is no such thing, or the key may not see it"),
    (errors.ServerError, "the server failed and gave no reason"),
    (errors.ApiError, "the server refused it and gave no reason"),
)


def exit_code(error: BaseException) -> int:
    """By the kind of error; 1 for any other."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ANYTHING_ELSE)


def explain(error: BaseException) -> list[str]:
    """What happened, why, and what to do: a paragraph each, without a traceback."""
    if isinstance(error, errors.ApiError):
        return _of_answer(error)
    if isinstance(error, errors.JobTimeoutError):
        state = f" (state: {error.state})" if error.state else ""
        return [f"job {error.job_id} had not ended after {error.seconds:g} seconds{state}"]
    if isinstance(error, errors.PartialFailureError):
        failed = sum(isinstance(one, errors.CartoError) for one in error.outcomes)
        return [f"{failed} of {len(error.outcomes)} failed, the others are done; repeat only those that failed"]
    if isinstance(error, MissingExtraError):
        return [f"{error.what} needs {error.package}", f"pip install 'carto-client[{error.extra}]'"]
    if isinstance(error, UnicodeDecodeError):
        return ["the SQL is not UTF-8 text", "Save it in that encoding, or convert it: iconv -t UTF-8."]
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return [f"{where}{error.strerror}"]
    if isinstance(error, errors.CartoError):
        return [str(error), *_advice(error)]
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return [f"this should not happen: {told}", "Run the command again with --debug, and report what it shows."]


def _of_answer(error: errors.ApiError) -> list[str]:
    told = ["; ".join(error.messages) or next(words for kind, words in _SILENT if isinstance(error, kind))]
    if error.detail and error.context is None:
        told.append(f"Detail: {error.detail}")
    if error.hint:
        told.append(f"Hint: {error.hint}")
    request = f"HTTP {error.status_code} {error.method} {error.path}"
    told.append(f"{request}, request id {error.request_id}" if error.request_id else request)
    wait = error.retry_after if isinstance(error, errors.RateLimitError) else None
    if isinstance(error, errors.RateLimitError):
        return [*told, "Try again when other work has ended." if wait is None else f"Try again in {wait:g} seconds."]
    return told + _advice(error)


def _advice(error: BaseException) -> list[str]:
    return next(([advice] for kind, advice in _ADVICE if isinstance(error, kind)), [])


def block(paragraphs: Sequence[str], width: int, title: Callable[[str], str]) -> str:
    """One short block: the first paragraph behind "Error:", the others below it and indented."""
    first, *others = (readable(one) for one in paragraphs)
    lines = [f"{title('Error:')} {_filled(first, width, 'Error: ')}"]
    lines += [f"  {_filled(one, width, '  ')}" for one in others]
    return "\n".join(lines)


def _filled(text: str, width: int, before: str) -> str:
    lines = [
        textwrap.fill(
            line,
            width,
            initial_indent="  " if number else before,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(text.splitlines())
    ]
    return "\n".join(lines).removeprefix(before)
