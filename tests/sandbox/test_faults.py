"""Answers without faults, scripts, delays, and answers of the wrong kind."""

import json

import httpx
import pytest

from carto_sandbox.faults import (
    CATALOGUE,
    Answer,
    Answers,
    Delay,
    EndlessHead,
    Fault,
    FaultServer,
    Garbage,
    HiddenError,
    JobState,
    Redirect,
    SlowBody,
    SlowReading,
    Status,
    Storm,
    Truncated,
    limit_rate,
)
from tests.sandbox.fault_client import (
    COPY_FROM,
    COPY_TO,
    QUERY,
    SHORT,
    collect,
    connect,
    wait_for_record,
)


@pytest.mark.parametrize(
    ("method", "path", "operation_id", "key"),
    [
        ("GET", "/api/v2/sql?q=SELECT+1", "sql_query_get", "rows"),
        ("POST", "/api/v2/sql", "sql_query", "rows"),
        ("POST", "/api/v2/sql/copyfrom?q=COPY", "sql_copyfrom", "total_rows"),
        ("POST", "/api/v2/sql/job", "batch_create", "job_id"),
        ("GET", "/api/v2/sql/job/17", "batch_read", "status"),
        ("DELETE", "/api/v2/sql/job/17", "batch_cancel", "status"),
        ("POST", "/api/v1/imports", "imports_create", "item_queue_id"),
        ("POST", "/api/v1/imports/", "imports_create_file", "item_queue_id"),
        ("GET", "/api/v1/imports/17", "imports_read", "state"),
        ("GET", "/api/v1/viz", "viz_list", "visualizations"),
        ("GET", "/api/v1/viz/places", "viz_read", "id"),
        ("PUT", "/api/v1/viz/places", "viz_update", "id"),
        ("GET", "/api/v1/tables/places", "tables_read", "id"),
        ("GET", "/api/v3/api_keys", "api_keys_list", "result"),
        ("POST", "/api/v1/synchronizations", "synchronizations_create", "id"),
        ("GET", "/api/v1/synchronizations/17", "synchronizations_read", "state"),
        ("PUT", "/api/v1/synchronizations/17/sync_now", "synchronizations_sync_now", "enqueued"),
        ("POST", "/api/v3/visualization_exports", "exports_create", "id"),
        ("GET", "/api/v3/visualization_exports/17", "exports_read", "state"),
        ("POST", "/api/v4/kuviz", "kuviz_create", "url"),
        ("GET", "/api/v4/datasets/", "datasets_list", "result"),
        ("POST", "/api/v1/map/named/places", "named_maps_instantiate", "layergroupid"),
    ],
)
def test_operations_answer_with_the_examples(
    fault_server: FaultServer, fault_client: httpx.Client, method: str, path: str, operation_id: str, key: str
) -> None:
    answer = fault_client.request(method, path, content=b"{}" if method in ("POST", "PUT") else None)
    assert answer.status_code in (200, 201)
    assert key in answer.json()
    assert fault_server.requests[0].operation_id == operation_id


def test_every_operation_of_the_specification_has_an_answer(answers: Answers) -> None:
    assert len(answers.operation_ids) > 100
    for operation_id in answers.operation_ids:
        assert answers[operation_id].status in (200, 201, 204)


def test_final_states_are_good_and_pages_end(fault_client: httpx.Client) -> None:
    assert fault_client.get("/api/v1/imports/17").json()["state"] == "complete"
    assert fault_client.get("/api/v2/sql/job/17").json()["status"] == "done"
    synchronization = fault_client.get("/api/v1/synchronizations/17").json()
    assert (synchronization["state"], synchronization["error_code"]) == ("success", None)
    keys = fault_client.get("/api/v3/api_keys").json()
    assert keys["total"] == len(keys["result"])


def test_data_comes_in_the_format_asked_for(fault_client: httpx.Client) -> None:
    assert fault_client.get(COPY_TO).text.splitlines()[0] == "id,name"
    binary = fault_client.post("/api/v2/sql/copyto", json={"q": "COPY a TO STDOUT WITH (FORMAT binary)"}).content
    assert binary.startswith(b"PGCOPY\n\xff\r\n\0")
    assert binary.endswith(b"\xff\xff")
    csv = fault_client.post("/api/v2/sql/", json={"q": "SELECT 1", "format": "csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    assert fault_client.get("/api/v2/sql/?q=SELECT+1&format=geojson").json()["type"] == "FeatureCollection"


def test_unknown_paths_get_the_html_page(fault_client: httpx.Client) -> None:
    answer = fault_client.get("/api/v9/nothing")
    assert answer.status_code == 404
    assert "Cannot GET /user/me/api/v9/nothing" in answer.text


def test_deleting_has_no_body_and_the_connection_is_kept(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    assert fault_client.delete("/api/v1/viz/places").status_code == 204
    assert fault_client.head("/api/v2/sql/copyto?q=COPY").content == b""
    assert fault_client.get(QUERY).status_code == 200
    assert fault_server.connections == 1


def test_requests_are_recorded(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_client.post(COPY_FROM, content=iter([b"1,", b"one\n"]), headers={"Content-Encoding": "gzip", "X-Who": "me"})
    fault_client.post(COPY_FROM, content=b"x" * 300_000)
    chunked, plain = fault_server.requests
    assert (chunked.method, chunked.path, chunked.query) == (
        "POST",
        "/user/me/api/v2/sql/copyfrom",
        "q=COPY+a+FROM+STDIN",
    )
    assert (chunked.headers["x-who"], chunked.body_start, chunked.body_bytes) == ("me", b"1,one\n", 6)
    assert (chunked.complete, chunked.fault) == (True, "Fine()")
    assert (plain.body_bytes, plain.complete, len(plain.body_start)) == (300_000, True, 65536)
    assert chunked.sha256 != plain.sha256
    assert wait_for_record(fault_server, "answered")


def test_an_upload_cut_off_by_the_client_is_incomplete(fault_server: FaultServer) -> None:
    with connect(fault_server, b"POST /user/me/api/v2/sql/copyfrom HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf"):
        assert wait_for_record(fault_server, "body_bytes")
    (request,) = fault_server.requests
    assert (request.body_bytes, request.complete) == (4, False)


def test_answers_can_be_replaced_and_large(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.answers["sql_copyto"] = Answer(body=b"1,one\n", framing="chunked").enlarged(10_000_000)
    assert len(fault_client.get(COPY_TO).content) == 9_999_996
    fault_server.answers["sql_copyto"] = Answer(head=b"<", body=b"ab", repeat=3, tail=b">")
    assert fault_client.get(COPY_TO).text == "<ababab>"


# The script


def test_faults_meet_requests_in_order(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(Status(500), None, Storm(2, Status(503)), default=Status(418))
    assert fault_server.faults_left == 4
    assert [fault_client.get(QUERY).status_code for _ in range(6)] == [500, 200, 503, 503, 418, 418]
    assert fault_server.requests[0].fault == repr(Status(500))


def test_an_operation_can_have_its_own_script(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(Status(500), on="batch_read")
    assert fault_client.get(QUERY).status_code == 200
    assert fault_client.get("/api/v2/sql/job/17").status_code == 500
    assert fault_client.get("/api/v2/sql/job/17").status_code == 200
    fault_server.play(default=Status(502))
    fault_server.reset()
    assert fault_client.get(QUERY).status_code == 200
    assert len(fault_server.requests) == 1


# Time


def test_delay_sends_nothing_for_its_time(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(Delay(60), Delay(0.01), Delay(0.01, Status(503)))
    with pytest.raises(httpx.ReadTimeout):
        fault_client.get(QUERY, timeout=SHORT)
    assert [fault_client.get(QUERY).status_code for _ in range(2)] == [200, 503]


def test_slow_body_comes_in_small_pieces(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(SlowBody(chunk=5, pause=0.02), SlowBody(chunk=1, pause=60))
    with fault_client.stream("GET", COPY_TO) as answer:
        pieces = list(answer.iter_raw())
    assert b"".join(pieces) == b"id,name\n1,one\n2,two\n"
    assert max(map(len, pieces)) == 5
    with pytest.raises(httpx.ReadTimeout):
        fault_client.get(COPY_TO, timeout=SHORT)


def test_slow_reading_takes_everything_in_the_end(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(SlowReading(chunk=50_000, pause=0.02))
    assert fault_client.post(COPY_FROM, content=b"x" * 200_000).status_code == 200
    (request,) = fault_server.requests
    assert (request.body_bytes, request.complete) == (200_000, True)
    assert request.longest_gap >= 0.02


def test_status_says_what_it_is_told(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(
        limit_rate(retry_after=7), limit_rate(None), Status(502, b"<html></html>"), Status(401), Status(520)
    )
    limited, unlimited, page, empty, odd = (fault_client.get(QUERY) for _ in range(5))
    assert (limited.status_code, limited.headers["retry-after"]) == (429, "7")
    assert limited.headers["carto-rate-limit-remaining"] == "0"
    assert "retry-after" not in unlimited.headers
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html")
    assert (empty.status_code, empty.content, "content-type" in empty.headers) == (401, b"", False)
    assert (odd.status_code, odd.reason_phrase) == (520, "Unknown")


@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_truncated_answers_are_noticed_by_http(
    fault_server: FaultServer, fault_client: httpx.Client, framing: str, answers: Answers
) -> None:
    fault = Truncated("length") if framing == "length" else Truncated("chunked")
    fault_server.play(fault)
    received = bytearray()
    with pytest.raises(httpx.RemoteProtocolError), fault_client.stream("GET", COPY_TO) as answer:
        collect(answer.iter_raw(), received)
    assert received == answers["sql_copyto"].body[:10]


def test_answers_until_the_connection_ends_look_complete(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(Truncated("close", sent=3))
    assert fault_client.get(COPY_TO).content == b"id,"


@pytest.mark.parametrize("fault", [Garbage(), EndlessHead()])
def test_what_is_not_http(fault_server: FaultServer, fault_client: httpx.Client, fault: Fault) -> None:
    fault_server.play(fault)
    with pytest.raises(httpx.RemoteProtocolError):
        fault_client.get(QUERY)
    assert fault_client.get(QUERY).status_code == 200


def test_answers_of_the_wrong_kind(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    faults = [CATALOGUE[f"200 {name}"] for name in ("empty", "HTML", "broken JSON", "wrong shape")]
    fault_server.play(*faults, CATALOGUE["200 rubbish as gzip"])
    empty, page, broken, shape = (fault_client.get(QUERY) for _ in range(4))
    assert (empty.content, page.headers["content-type"]) == (b"", "text/html")
    with pytest.raises(json.JSONDecodeError):
        broken.json()
    assert isinstance(shape.json(), list)
    with pytest.raises(httpx.DecodingError):
        fault_client.get(QUERY)


def test_hidden_errors_come_after_good_rows(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(default=HiddenError())
    rows = fault_client.get(QUERY).json()
    assert list(rows)[-1] == "error"
    assert (rows["error"], len(rows["rows"])) == (["division by zero"], 2)
    features = fault_client.post("/api/v2/sql/", json={"q": "SELECT 1", "format": "geojson"}).json()
    assert list(features) == ["type", "features", "error"]
    assert fault_client.get(COPY_TO).text == 'id,name\n1,one\n2,two\n{"error":["division by zero"]}'
    binary = fault_client.get("/api/v2/sql/copyto?q=COPY+a+TO+STDOUT+WITH+BINARY").content
    assert binary.endswith(b'\x2a{"error":["division by zero"]}')
    fault_server.play(HiddenError(text=""))
    assert fault_client.get("/api/v2/sql/copyto?q=COPY+a+TO+STDOUT+WITH+BINARY").content.endswith(b"\x2a")


def test_redirects_lead_elsewhere(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(Redirect("http://127.0.0.1:1"), Redirect("https://other.example", code=302))
    first, second = fault_client.get(QUERY), fault_client.get(QUERY)
    assert (first.status_code, first.headers["location"]) == (307, f"http://127.0.0.1:1/user/me{QUERY}")
    assert (second.status_code, second.next_request and second.next_request.url.host) == (302, "other.example")


def test_jobs_go_through_any_states(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.play(JobState("humming"), JobState("failed"), JobState("cancelled"), on="batch_read")
    jobs = [fault_client.get("/api/v2/sql/job/17").json() for _ in range(4)]
    assert [job["status"] for job in jobs] == ["humming", "failed", "cancelled", "done"]
    assert any("failed_reason" in query for query in jobs[1]["query"])
    fault_server.play(JobState("failure"), default=JobState("guessing"), on="imports_read")
    failed, *running = (fault_client.get("/api/v1/imports/17").json() for _ in range(3))
    assert (failed["state"], failed["error_code"]) == ("failure", 1100)
    assert [(job["state"], "success" in job) for job in running] == [("guessing", False)] * 2
    fault_server.play(JobState("uploading"), on="exports_read")
    assert fault_client.get("/api/v3/visualization_exports/17").json()["state"] == "uploading"
