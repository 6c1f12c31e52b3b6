"""/sql/job of the sandbox: forms, states, fallbacks, cancelling and limits."""

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Query = Callable[..., httpx.Response]
UNDER_WAY = frozenset({"pending", "running"})


def create(api: httpx.Client, query: Any) -> dict[str, Any]:
    answer = api.post("/sql/job", json={"query": query})
    assert answer.status_code == 201, answer.text
    job: dict[str, Any] = answer.json()
    assert job["status"] == "pending"
    return job


def read(api: httpx.Client, job_id: str) -> dict[str, Any]:
    answer = api.get(f"/sql/job/{job_id}")
    assert answer.status_code == 200, answer.text
    job: dict[str, Any] = answer.json()
    return job


def final_states(job: dict[str, Any]) -> set[str]:
    """The states that have to become final: the job's and those of all fallbacks, which may come after it."""
    entries = job["query"]["query"] if isinstance(job["query"], dict) else []
    return {job["status"], job.get("fallback_status", ""), *(entry.get("fallback_status", "") for entry in entries)}


def wait_for(api: httpx.Client, job_id: str, *statuses: str) -> dict[str, Any]:
    """Polls until the job and its fallback have come to an end, or to one of the statuses."""
    for _ in range(1000):
        job = read(api, job_id)
        if job["status"] in statuses:
            return job
        if not statuses and not UNDER_WAY.intersection(final_states(job)):
            return job
        time.sleep(0.01)
    pytest.fail(f"the job is still {job}")


def run(api: httpx.Client, query: Any) -> dict[str, Any]:
    return wait_for(api, create(api, query)["job_id"])


def test_simple(api: httpx.Client, query: Query, account: Account) -> None:
    job = run(api, "CREATE TABLE t (a int)")
    assert (job["status"], job["user"], job["query"]) == ("done", account.username, "CREATE TABLE t (a int)")
    assert query("SELECT * FROM t").status_code == 200


def test_form_and_query_string(api: httpx.Client) -> None:
    assert api.post("/sql/job/", data={"query": "SELECT 1"}).status_code == 201
    assert api.post("/sql/job", params={"query": "SELECT 1"}).json()["query"] == "SELECT 1"


def test_failed(api: httpx.Client) -> None:
    job = run(api, "SELECT * FROM nope")
    assert (job["status"], job["failed_reason"]) == ("failed", 'relation "nope" does not exist')


def test_outside_a_transaction(api: httpx.Client, query: Query) -> None:
    query("CREATE TABLE t (a int)")
    job = run(api, ["VACUUM t", "CREATE INDEX CONCURRENTLY t_a ON t (a)"])
    assert [entry["status"] for entry in job["query"]] == ["done", "done"]


def test_list_stops_at_a_failure(api: httpx.Client) -> None:
    job = run(api, ["SELECT 1", "SELECT x", "SELECT 2"])
    assert job["status"] == "failed"
    assert job["failed_reason"] == 'column "x" does not exist'
    assert job["query"] == [
        {"query": "SELECT 1", "status": "done"},
        {"query": "SELECT x", "status": "failed", "failed_reason": 'column "x" does not exist'},
        {"query": "SELECT 2", "status": "pending"},
    ]


def test_fallbacks_of_success(api: httpx.Client, query: Query) -> None:
    query("CREATE TABLE log (what text)")
    job = run(
        api,
        {
            "query": [
                {"query": "SELECT 1", "onsuccess": "INSERT INTO log VALUES ('<%= job_id %>')", "id": "mine"},
                {"query": "SELECT 2", "onerror": "SELECT 3"},
            ],
            "onsuccess": "INSERT INTO log VALUES ('<%= job_id %>')",
        },
    )
    first, second = job["query"]["query"]
    assert (job["status"], job["fallback_status"]) == ("done", "done")
    assert (first["status"], first["fallback_status"], first["id"]) == ("done", "done", "mine")
    assert (second["status"], second["fallback_status"]) == ("done", "skipped")
    assert first["started_at"] <= first["ended_at"] <= second["started_at"]
    # Only a query's own fallback is a template.
    assert [row["what"] for row in query("SELECT what FROM log").json()["rows"]] == [job["job_id"], "<%= job_id %>"]


def test_fallbacks_of_failure(api: httpx.Client, query: Query) -> None:
    query("CREATE TABLE log (what text)")
    job = run(
        api,
        {
            "query": [
                {"query": "SELECT 1"},
                {"query": "SELECT x", "onerror": "INSERT INTO log VALUES ($$<%= error_message %>$$)"},
                {"query": "SELECT 2", "onsuccess": "SELECT 3"},
            ],
            "onerror": "INSERT INTO log VALUES ('job')",
        },
    )
    assert (job["status"], job["fallback_status"]) == ("failed", "done")
    assert "failed_reason" not in job
    _, second, third = job["query"]["query"]
    assert (second["status"], second["fallback_status"]) == ("failed", "done")
    assert second["failed_reason"] == 'column "x" does not exist'
    assert (third["status"], third["fallback_status"]) == ("skipped", "skipped")
    logged = [row["what"] for row in query("SELECT what FROM log").json()["rows"]]
    assert logged == ['column "x" does not exist', "job"]


def test_failing_fallback_overwrites_the_reason(api: httpx.Client) -> None:
    job = run(api, {"query": [{"query": "SELECT x", "onerror": "SELECT y"}]})
    entry = job["query"]["query"][0]
    assert (entry["fallback_status"], entry["failed_reason"]) == ("failed", 'column "y" does not exist')


def test_job_fallback_that_does_not_apply_is_skipped(api: httpx.Client) -> None:
    job = run(api, {"query": [{"query": "SELECT x"}], "onsuccess": "SELECT 1"})
    assert (job["status"], job["fallback_status"]) == ("failed", "skipped")
    assert job["failed_reason"] == 'column "x" does not exist'


def test_timeout(api: httpx.Client) -> None:
    job = run(api, {"query": [{"query": "SELECT pg_sleep(20)", "timeout": 30}]})
    assert (job["status"], job["failed_reason"]) == ("failed", "canceling statement due to statement timeout")


def test_one_at_a_time(api: httpx.Client, account: Account) -> None:
    first, second = create(api, "SELECT pg_sleep(20)"), create(api, "SELECT 1")
    wait_for(api, first["job_id"], "running")
    running = httpx.get(f"{account.base_url}/api/v1/jobs-wip").json()
    assert running[account.username] == [first["job_id"]]
    assert read(api, second["job_id"])["status"] == "pending"
    assert api.delete(f"/sql/job/{first['job_id']}").json()["status"] == "cancelled"
    assert wait_for(api, second["job_id"])["status"] == "done"


def test_cancel_pending(api: httpx.Client, query: Query) -> None:
    blocker, waiting = create(api, "SELECT pg_sleep(20)"), create(api, "CREATE TABLE never (a int)")
    assert api.delete(f"/sql/job/{waiting['job_id']}/").json()["status"] == "cancelled"
    again = api.delete(f"/sql/job/{waiting['job_id']}")
    assert (again.status_code, again.json()) == (400, {"error": ["Cannot set status from cancelled to cancelled"]})
    api.delete(f"/sql/job/{blocker['job_id']}")
    assert run(api, "SELECT 1")["status"] == "done"
    assert query("SELECT * FROM never").status_code == 400


def test_cancel_list(api: httpx.Client) -> None:
    job = create(api, ["SELECT 1", "SELECT pg_sleep(20)", "SELECT 2"])
    for _ in range(1000):
        if read(api, job["job_id"])["query"][1]["status"] == "running":
            break
    cancelled = api.delete(f"/sql/job/{job['job_id']}").json()
    assert [entry["status"] for entry in cancelled["query"]] == ["done", "cancelled", "pending"]


def test_cancel_fallback_form(api: httpx.Client) -> None:
    entries = [{"query": "SELECT pg_sleep(20)", "onerror": "SELECT 1"}, {"query": "SELECT 2"}]
    job = create(api, {"query": entries, "onerror": "SELECT 3"})
    wait_for(api, job["job_id"], "running")
    cancelled = api.delete(f"/sql/job/{job['job_id']}").json()
    assert (cancelled["status"], cancelled["fallback_status"]) == ("cancelled", "skipped")
    states = [(entry["status"], entry.get("fallback_status")) for entry in cancelled["query"]["query"]]
    assert states == [("cancelled", "skipped"), ("skipped", None)]
    assert api.delete(f"/sql/job/{job['job_id']}").json() == {"error": ["Cannot set status to cancelled"]}


@pytest.mark.parametrize("query", ["", None])
def test_missing_query(api: httpx.Client, query: Any) -> None:
    answer = api.post("/sql/job", json={"query": query})
    assert (answer.status_code, answer.json()) == (400, {"error": ["You must indicate a valid SQL"]})
    assert api.post("/sql/job").json() == {"error": ["You must indicate a valid SQL"]}


@pytest.mark.parametrize(
    "query", [5, [5], {}, {"query": "SELECT 1"}, {"query": ["SELECT 1"]}, {"query": [{"query": ""}]}]
)
def test_query_of_no_form(api: httpx.Client, query: Any) -> None:
    answer = api.post("/sql/job", json={"query": query})
    assert (answer.status_code, answer.json()) == (400, {"error": ["there is no job class for the provided query"]})


def test_empty_lists(api: httpx.Client) -> None:
    forever = create(api, [])
    job = run(api, {"query": []})
    assert (job["status"], job["failed_reason"]) == ("failed", 'syntax error at or near "undefined"')
    assert read(api, forever["job_id"])["status"] == "pending"


def test_payload_limit(api: httpx.Client) -> None:
    largest = "x" * (16384 - len('{"query":""}'))
    assert api.post("/sql/job", json={"query": largest}).status_code == 201
    refused = api.post("/sql/job", json={"query": f"{largest}x"})
    assert refused.status_code == 400
    message = "Your payload is too large: 16385 bytes. Max size allowed is 16384 bytes"
    assert refused.json()["error"][0].startswith(message)


def test_queue_limit(api: httpx.Client) -> None:
    blocker = create(api, "SELECT pg_sleep(20)")
    wait_for(api, blocker["job_id"], "running")
    for _ in range(64):
        last = create(api, "SELECT 1")
    refused = api.post("/sql/job", json={"query": "SELECT 1"})
    message = "Failed to create job. Max number of jobs (64) queued reached"
    assert (refused.status_code, refused.json()) == (400, {"error": [message]})
    api.delete(f"/sql/job/{blocker['job_id']}")
    assert wait_for(api, last["job_id"])["status"] == "done"


def test_keys_and_unknown_jobs(account: Account, api: httpx.Client) -> None:
    path = f"{account.base_url}/api/v2/sql/job"
    key = account.create_key("regular", [{"type": "apis", "apis": ["sql"]}])
    for token, status, message in (
        ("", 403, "permission denied"),
        (key.token, 403, "permission denied"),
        ("wrong", 401, "Unauthorized"),
    ):
        for answer in (
            httpx.post(path, params={"api_key": token}, json={"query": "SELECT 1"}),
            httpx.get(f"{path}/some-id", params={"api_key": token}),
            httpx.delete(f"{path}/some-id", params={"api_key": token}),
        ):
            assert (answer.status_code, answer.json()) == (status, {"error": [message]})
    unknown = api.get("/sql/job/some-id")
    assert (unknown.status_code, unknown.json()) == (400, {"error": ["Job with id some-id not found"]})


@pytest.mark.parametrize("method", ["PUT", "PATCH", "POST"])
def test_there_is_no_update(api: httpx.Client, method: str) -> None:
    answer = api.request(method, "/sql/job/some-id", json={"query": "SELECT 1"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
