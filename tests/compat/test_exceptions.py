"""Old exceptions are new ones as well, and every failure is a CartoException."""

import copy
import pickle
from typing import Any

import httpx
import pytest

from carto_ext import errors
from carto_ext.compat import exceptions
from carto_ext.compat.exceptions import (
    CartoException,
    CartoRateLimitException,
    ResponseException,
    wrapped_errors,
)
from carto_ext.compat.responses import Response

STATUSES: list[tuple[int, type[ResponseException], type[errors.CartoError]]] = [
    (400, exceptions.BadRequestException, errors.InvalidRequestError),
    (401, exceptions.UnauthorizedErrorException, errors.AuthenticationError),
    (403, exceptions.ForbiddenErrorException, errors.PermissionDeniedError),
    (404, exceptions.NotFoundException, errors.NotFoundError),
    (409, exceptions.ResponseException, errors.ApiError),
    (422, exceptions.UnprocessableEntityError, errors.InvalidRequestError),
    (429, exceptions.RateLimitException, errors.PlatformLimitError),
    (500, exceptions.ServerErrorException, errors.ServerError),
    (503, exceptions.ServerErrorException, errors.ServerError),
]


def answer(status_code: int, content: bytes = b"", **headers: str) -> Response:
    request = httpx.Request("GET", "https://ana.carto.com/api/v1/viz")
    return Response(httpx.Response(status_code, content=content, headers=headers, request=request))


@pytest.mark.parametrize(("status_code", "old", "new"), STATUSES)
def test_each_status_has_its_exception(status_code: int, old: type, new: type) -> None:
    with pytest.raises(old) as caught:
        answer(status_code, b'{"errors": "It is so"}').raise_for_status()
    error: Any = caught.value
    assert type(error) is old
    assert isinstance(error, new)
    assert isinstance(error, CartoException)
    assert isinstance(error, errors.CartoError)
    assert (str(error), error.status_code) == ("It is so", status_code)
    assert error.url == "https://ana.carto.com/api/v1/viz"


def test_the_servers_message_stays_as_it_came() -> None:
    with pytest.raises(exceptions.ServerErrorException) as caught:
        answer(500, b'{"errors": ["The user does not have Data Observatory enabled"]}').raise_for_status()
    assert str(caught.value) == "['The user does not have Data Observatory enabled']"
    with pytest.raises(exceptions.NotFoundException, match="bare text"):
        answer(404, b"bare text").raise_for_status()


def test_exceptions_survive_pickle_and_copy() -> None:
    with pytest.raises(exceptions.NotFoundException) as caught:
        answer(404, b'{"error": ["gone"]}').raise_for_status()
    limited = CartoRateLimitException(answer(429, b"slow down", **{"Retry-After": "7", "Carto-Rate-Limit-Limit": "3"}))
    for error in (caught.value, limited, CartoException(caught.value)):
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            assert type(twin) is type(error)
            assert str(twin) == str(error)
    assert (limited.retry_after, limited.limit, limited.remaining, limited.reset) == (7, 3, None, None)


@pytest.mark.parametrize(
    ("status_code", "headers", "limited"),
    [(429, {"Retry-After": "5"}, True), (429, {}, False), (429, {"Retry-After": "-1"}, False), (200, {}, False)],
)
def test_what_is_a_rate_limit(status_code: int, headers: dict[str, str], limited: bool) -> None:
    assert CartoRateLimitException.is_rate_limited(answer(status_code, **headers)) is limited


@pytest.mark.parametrize(
    "error", [errors.InvalidArgumentError("no"), errors.TransportError("no"), OSError("no"), ValueError("no")]
)
def test_everything_else_is_wrapped(error: Exception) -> None:
    with pytest.raises(CartoException, match="no") as caught, wrapped_errors():
        raise error
    assert caught.value.args[0] is error
    assert caught.value.__cause__ is error


def test_an_error_of_carto_ext_becomes_the_old_one() -> None:
    def api_error(status_code: int, **headers: str) -> errors.ApiError:
        return errors.api_error(
            status_code=status_code,
            headers=headers,
            content=b'{"error": ["Something"]}',
            method="GET",
            path="/api/v2/sql",
        )

    with pytest.raises(CartoRateLimitException), wrapped_errors():
        raise api_error(429, **{"Retry-After": "9"})
    with pytest.raises(CartoException) as caught, wrapped_errors():
        raise api_error(404)
    inner = caught.value.args[0]
    assert type(inner) is exceptions.NotFoundException
    assert (inner.messages, inner.path) == (("Something",), "/api/v2/sql")


def test_pyrestclis_name_for_their_root() -> None:
    assert exceptions.BaseException is ResponseException
