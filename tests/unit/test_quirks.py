"""CARTO's quirks: the spec has each as it is and says so, and the generated client keeps it."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from truth.answers import check_answer, to_response
from truth.document import Document
from truth.recordings import Answer, read_recording
from truth.requests import name_of

from carto_client import models
from carto_client.types import UNSET
from carto_ext.errors import ApiError, DownloadError, NotCartoError, PlatformLimitError, RateLimitError, api_error

ROOT = Path(__file__).parents[2]
JSON = {"content-type": "application/json; charset=utf-8"}


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(ROOT / "spec" / "openapi.yaml")


def sample(name: str) -> Any:
    return json.loads((ROOT / "tests" / "samples" / f"{name}.json").read_text())


def recorded(name: str, number: int) -> Answer:
    """The answer of one exchange of a recording, the first being 1."""
    path = ROOT / "tests" / "cassettes" / f"{name}.yaml"
    return list(read_recording(path, name))[number - 1].answer


def answer(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(status, JSON if headers is None else headers, content)


def parse(document: Document, operation: str, given: Answer) -> Any:
    """The client reads answers that fit the spec, without losing anything."""
    route = document.by_name[operation]
    assert check_answer(document, route, given) == []
    if given.status < 400:
        return import_module(f"carto_client.api.{route.tag}.{operation}")._parse_response(to_response(given))
    return api_error(
        status_code=given.status, headers=given.headers, content=given.body, method=route.method, path=route.template
    )


def described(document: Document, schema: str, field: str) -> str:
    properties = document.node["components"]["schemas"][schema]["properties"]
    return str(properties[field]["description"])


def request_faults(document: Document, operation: str, body: Any) -> list[tuple[str, str]]:
    route = document.by_name[operation]
    pointer, _ = document.follow(f"{route.operation.pointer}/requestBody", route.operation.spec["requestBody"])
    return list(document.faults(f"{pointer}/content/application~1json/schema", body))


# Values


@pytest.mark.parametrize(
    ("operation", "name", "status", "value"),
    [
        ("viz_update", "viz_create_or_update_response", 200, "2021-03-02T10:00:06.123Z"),
        ("viz_read", "viz_get_map_default", 200, "2021-03-02 10:00:06 UTC"),
        ("api_keys_read", "api_key_get_regular", 200, "2021-02-08 14:24:41 UTC"),
        ("api_keys_read", "api_key_get_regular", 200, "2018-02-08 14:24:41 +0000"),
        ("synchronizations_create", "sync_create", 200, "2021-03-01T10:00:00.123+00:00"),
        ("viz_read", "viz_get_map_default", 200, "2014-08-05T13:39:15+00:00"),
    ],
)
def test_timestamps_of_every_form_stay_as_they_are(
    document: Document, operation: str, name: str, status: int, value: str
) -> None:
    parsed = parse(document, operation, answer(sample(name) | {"updated_at": value}, status))
    assert parsed.updated_at == value


def test_no_timestamp_is_promised_to_be_iso_8601(document: Document) -> None:
    assert "format: date-time" not in (ROOT / "spec" / "openapi.yaml").read_text()
    assert "2021-03-02 10:00:06 UTC" in described(document, "Visualization", "created_at")
    assert "2021-02-08 14:24:41 UTC" in described(document, "ApiKey", "created_at")
    assert "several forms" in next(tag["description"] for tag in document.node["tags"] if tag["name"] == "viz")


def test_an_empty_object_stands_for_nothing(document: Document) -> None:
    """A map has no table, no external source, and no stats unless asked for: `{}` each time, never null."""
    visualization = parse(document, "viz_read", answer(sample("viz_get_map_default")))
    for field in ("table", "external_source", "stats"):
        value = getattr(visualization, field)
        assert value.to_dict() == {}
        assert value is not UNSET
        assert "empty" in described(document, "Visualization", field)
    dataset = parse(document, "viz_read", answer(sample("viz_get_dataset_default")))
    assert dataset.table.name == "stations"


def test_counts_of_stats_are_whole_or_not(document: Document) -> None:
    stats = {"2021-03-01": 0, "2021-03-02": 3.0, "2021-03-03": 4}
    body = sample("viz_get_map_default") | {"stats": stats}
    parsed = parse(document, "viz_read", answer(body)).stats.to_dict()
    assert [type(parsed[day]) for day in stats] == [int, float, int]


def test_success_is_absent_until_an_import_has_ended(document: Document) -> None:
    assert parse(document, "imports_read", answer(sample("import_get_in_progress"))).success is UNSET
    assert parse(document, "imports_read", answer(sample("import_get_complete"))).success is True
    assert parse(document, "imports_read", answer(sample("import_get_failure"))).success is False
    assert "Absent until" in described(document, "ImportJob", "success")


def test_success_may_come_with_an_error_code(document: Document) -> None:
    skipped = parse(document, "imports_read", answer(sample("import_get_complete_skipped")))
    assert (skipped.state, skipped.success, skipped.error_code) == ("complete", True, 1022)
    assert skipped.get_error_text is not None


def test_a_failure_may_have_no_words(document: Document) -> None:
    failed = parse(document, "imports_read", answer(sample("import_get_failure_unmapped_code")))
    assert (failed.error_code, failed.get_error_text) == (1010, None)
    assert "1010" in described(document, "ImportJob", "get_error_text")


def test_privacy_is_upper_case_here_and_lower_case_there(document: Document) -> None:
    assert parse(document, "viz_read", answer(sample("viz_get_map_default"))).privacy == "LINK"
    assert parse(document, "kuviz_list", answer(sample("kuviz_list"))).visualizations[0].privacy == "public"
    assert [row.privacy for row in parse(document, "datasets_list", answer(sample("datasets_v4_list"))).result] == [
        None,
        "private",
    ]
    assert request_faults(document, "viz_update", {"id": "1", "privacy": "private"}) == []
    for word in ("PRIVATE", "Private"):  # taken as well, and so a liberty with a name
        (fault,) = request_faults(document, "viz_update", {"id": "1", "privacy": word})
        assert name_of(document.by_name["viz_update"], (f"/request/body{fault[0]}", fault[1])) == "word in any case"
    assert "upper case" in described(document, "Visualization", "privacy")
    assert "lower case" in described(document, "Kuviz", "privacy")


@pytest.mark.parametrize(
    ("operation", "name", "schema", "field"),
    [
        ("imports_read", "import_get_complete_twitter", "ImportJob", "user_defined_limits"),
        ("synchronizations_create", "sync_create_connector", "Synchronization", "service_item_id"),
        ("map_layers_map_read", "map_get", "MapSettings", "center"),
        ("map_layers_map_read", "map_get", "MapSettings", "view_bounds_ne"),
    ],
)
def test_json_inside_a_string_stays_a_string(
    document: Document, operation: str, name: str, schema: str, field: str
) -> None:
    value = getattr(parse(document, operation, answer(sample(name))), field)
    assert isinstance(value, str)
    assert isinstance(json.loads(value), dict | list)
    assert "string" in described(document, schema, field)


def test_numeric_columns_and_geometries_of_a_record_are_strings(document: Document) -> None:
    record = parse(document, "tables_read_record", answer(sample("table_record_get")))
    assert record["amount_numeric_column"] == "12.50"
    assert json.loads(record["the_geom"])["type"] == "Point"
    description = document.node["components"]["schemas"]["TableRecord"]["description"]
    assert "`numeric` values are strings" in " ".join(description.split())


def test_http_response_code_is_a_string_that_is_mostly_absent(document: Document) -> None:
    assert parse(document, "imports_read", answer(sample("import_get_failure_http"))).http_response_code == "404"
    assert parse(document, "imports_read", answer(sample("import_get_complete"))).http_response_code is UNSET
    assert "as a string" in described(document, "ImportJob", "http_response_code")


@pytest.mark.parametrize("value", ["https://carto.com/account/ada/upgrade", False])
def test_upgrade_url_is_text_or_false(document: Document, value: str | bool) -> None:
    body = sample("me_v3_anonymous")
    body["config"]["upgrade_url"] = value
    assert parse(document, "users_me_read", answer(body)).config.upgrade_url == value
    assert "false" in described(document, "MeConfig", "upgrade_url")


@pytest.mark.parametrize("state", ["guessing", "geocoding", "stuck", "made up tomorrow"])
def test_states_that_nobody_knows_pass_through(document: Document, state: str) -> None:
    assert parse(document, "imports_read", answer(sample("import_get_in_progress") | {"state": state})).state == state
    assert parse(document, "synchronizations_read", answer(sample("sync_get") | {"state": state})).state == state
    exported = sample("visualization_export_create") | {"state": state}
    assert parse(document, "exports_create", answer(exported, 201)).state == state
    job = json.loads(recorded("sql/batch_cancel", 1).body) | {"status": state}
    assert parse(document, "batch_read", answer(job)).status == state


@pytest.mark.parametrize(
    ("operation", "name", "field"),
    [
        ("viz_read", "viz_get_map_all_flags", "synchronization"),
        ("viz_read", "viz_get_map_all_flags", "permission"),
        ("imports_read", "import_get_complete", "get_error_text"),
        ("imports_read", "import_get_complete", "warnings"),
        ("users_me_identity", "me_v4", "organization"),
        ("tables_read", "table_get", "synchronization"),
    ],
)
def test_a_reference_to_an_object_may_be_null(document: Document, operation: str, name: str, field: str) -> None:
    parsed = parse(document, operation, answer(sample(name) | {field: None}))
    assert getattr(parsed, field) is None
    assert parsed.to_dict()[field] is None


def test_sizes_exceed_32_bits(document: Document) -> None:
    body = sample("org_user_get") | {"quota_in_bytes": 2**53}
    assert parse(document, "users_read", answer(body)).quota_in_bytes == 2**53


@pytest.mark.parametrize("value", ["//cdn.example.com/a.png", "https://example.com/a.png", None])
def test_avatars_may_lack_a_scheme_or_be_missing(document: Document, value: str | None) -> None:
    assert parse(document, "users_read", answer(sample("org_user_get") | {"avatar_url": value})).avatar_url == value


def test_soft_limits_are_text_when_a_member_is_created(document: Document) -> None:
    member = {"username": "grace", "email": "g@example.com", "password": "p"}
    assert request_faults(document, "users_create", member | {"soft_geocoding_limit": "true"}) == []
    assert request_faults(document, "users_create", member | {"soft_geocoding_limit": True}) != []
    assert isinstance(parse(document, "users_read", answer(sample("org_user_get"))).soft_geocoding_limit, bool)
    assert "**text** `true`" in described(document, "OrganizationUserCreateRequest", "soft_geocoding_limit")


# Lists and pages


def test_links_to_other_pages_come_only_where_there_are_such(document: Document) -> None:
    first = parse(document, "api_keys_list", answer(sample("api_keys_list")))
    last = parse(document, "api_keys_list", answer(sample("api_keys_list_page2")))
    assert (first.field_links.prev, last.field_links.next_) == (UNSET, UNSET)
    assert last.field_links.prev.href.startswith("https://")
    assert "API key" in document.node["components"]["schemas"]["PageLinks"]["description"]


def test_the_link_of_a_key_is_a_string_and_only_in_lists(document: Document) -> None:
    listed = parse(document, "api_keys_list", answer(sample("api_keys_list"))).result[0]
    assert isinstance(listed.field_links.self_, str)
    assert parse(document, "api_keys_read", answer(sample("api_key_get_regular"))).field_links is UNSET
    assert "in lists only" in described(document, "ApiKey", "_links")


def test_columns_are_lists_of_two_or_four(document: Document) -> None:
    columns = parse(document, "tables_list_columns", answer(sample("table_columns_list")))
    assert {len(column) for column in columns} == {2, 4}


def test_members_have_two_totals(document: Document) -> None:
    page = parse(document, "users_members", answer(sample("org_members_list_v1")))
    assert (page.total_user_entries, page.total_entries, len(page.users)) == (37, 2, 2)


# Statuses and bodies


@pytest.mark.parametrize(
    ("operation", "status"),
    [
        ("viz_create", "200"),
        ("tables_create", "200"),
        ("kuviz_create", "200"),
        ("named_maps_create", "200"),
        ("users_create", "200"),
        ("api_keys_create", "201"),
        ("exports_create", "201"),
        ("batch_create", "201"),
        ("api_keys_delete", "204"),
        ("viz_delete", "204"),
    ],
)
def test_what_is_created_has_the_status_that_carto_gives(document: Document, operation: str, status: str) -> None:
    answers = document.by_name[operation].operation.spec["responses"]
    assert [key for key in answers if key.startswith("2")] == [status]


@pytest.mark.parametrize("status", [401, 403, 404])
@pytest.mark.parametrize("body", [b"", b" "])
def test_errors_may_have_an_empty_body(document: Document, status: int, body: bytes) -> None:
    error = parse(document, "viz_update", answer(body, status, {}))
    assert isinstance(error, ApiError)
    assert error.messages == ()
    assert "The server gave no reason" in str(error)


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ({"errors": "no", "errors_cause": None}, ("no",)),
        ({"errors": ["no", "never"]}, ("no", "never")),
        ({"errors": {"imports": "no"}}, ("no",)),
        ({"errors": {"email": ["is taken"]}}, ("email: is taken",)),
        ({"errors": None}, ()),
        ({"error": "no"}, ("no",)),
        ({"error": ["no"]}, ("no",)),
        ({"text": "no"}, ("no",)),
        ({"description": ["no"], "stack": ["line 1"]}, ("no",)),
        (["no", "never"], ("no", "never")),
        ({}, ()),
        (b"No update params provided", ("No update params provided",)),
    ],
)
def test_errors_have_many_shapes(document: Document, body: Any, messages: tuple[str, ...]) -> None:
    assert parse(document, "users_update", answer(body, 410)).messages == messages


def test_bare_text_that_says_nothing_comes_as_nothing(document: Document) -> None:
    assert parse(document, "users_delete", answer(b"User deleted")) is None
    assert "without quotes" in document.by_name["users_delete"].operation.spec["description"]


def test_a_missing_route_is_an_html_page(document: Document) -> None:
    assert isinstance(parse(document, "batch_update", recorded("sql/batch_update_404", 2)), NotCartoError)
    assert "Do not use" in document.by_name["batch_update"].operation.spec["description"]


# SQL API


def test_a_query_that_failed_midway_is_a_200_with_an_error(document: Document) -> None:
    with pytest.raises(DownloadError) as caught:
        parse(document, "sql_query_get", recorded("sql/sql_error_midstream_200", 1))
    assert caught.value.messages == ("division by zero",)
    assert len(json.loads(caught.value.content)["rows"]) == 2
    assert parse(document, "sql_query_get", recorded("sql/sql_select_anonymous", 1)).error is UNSET
    assert "in spite of status 200" in described(document, "SqlResult", "error")


def test_a_geometry_has_no_pgtype(document: Document) -> None:
    fields = parse(document, "sql_query_get", recorded("sql/sql_select_json", 1)).fields.additional_properties
    assert (fields["the_geom"].type_, fields["the_geom"].pgtype) == ("geometry", UNSET)
    assert fields["name"].pgtype == "text"
    assert "Absent for geometries" in " ".join(described(document, "SqlField", "pgtype").split())


def test_topojson_has_no_content_type_worth_the_name(document: Document) -> None:
    given = answer(b'{"type":"Topology","arcs":[undefined]}', headers={"content-type": "undefined"})
    assert parse(document, "sql_download_get", given).payload.read() == given.body
    unheard = answer(b"?", headers={"content-type": "unheard"})
    assert check_answer(document, document.by_name["sql_download_get"], unheard) != []


def test_cancelled_has_two_l(document: Document) -> None:
    path = ROOT / "tests" / "cassettes" / "sql" / "batch_cancel.yaml"
    deleted = [exchange.answer for exchange in read_recording(path, "batch_cancel") if exchange.method == "DELETE"]
    assert parse(document, "batch_cancel", deleted[0]).status == "cancelled"
    assert "`cancelled` (two l)" in described(document, "BatchJob", "status")


@pytest.mark.parametrize(
    "query", ["SELECT 1", ["SELECT 1", "SELECT 2"], {"query": [{"query": "SELECT 1", "onerror": "SELECT 2"}]}]
)
def test_a_job_has_three_forms(document: Document, query: Any) -> None:
    assert request_faults(document, "batch_create", {"query": query}) == []
    assert models.BatchCreateRequest.from_dict({"query": query}).to_dict() == {"query": query}
    job = json.loads(recorded("sql/batch_cancel", 1).body) | {"query": query}
    assert parse(document, "batch_create", answer(job, 201)).query == query


def test_429_is_a_rate_limit_or_a_query_that_ran_too_long(document: Document) -> None:
    limited = parse(document, "sql_query_get", recorded("sql/sql_rate_limited_429", 4))
    assert isinstance(limited, RateLimitError)
    assert limited.retry_after is not None
    timeout = {"error": ["SQL query timeout error."], "context": "limit", "detail": "datasource"}
    assert isinstance(parse(document, "sql_query_get", answer(timeout, 429)), PlatformLimitError)


# Maps API


def test_an_empty_vector_tile_is_204_or_no_bytes(document: Document) -> None:
    assert parse(document, "maps_tile", recorded("maps/mvt_tile", 4)) is None
    empty = answer(b"", headers={"content-type": "application/x-protobuf"})
    assert parse(document, "named_maps_tile", empty).payload.read() == b""


def test_a_limit_on_vector_tiles_answers_a_tile(document: Document) -> None:
    limited = recorded("maps/rate_limit", 9)
    assert (limited.status, limited.content_type) == (429, "application/x-protobuf")
    assert isinstance(parse(document, "maps_tile", limited), RateLimitError)
    description = document.node["components"]["responses"]["MapsTileTooMany"]["description"]
    assert "for an `mvt` tile the body is a vector tile" in " ".join(description.split())


def test_jsonp_is_200_even_for_errors(document: Document) -> None:
    script = parse(document, "named_maps_jsonp", recorded("maps/named_map_jsonp", 3))
    assert script.startswith("/**/ typeof cb === 'function' && cb({\"errors\":")


def test_a_missing_table_is_404_and_an_unknown_layergroup_400(document: Document) -> None:
    gone = parse(document, "maps_tile", recorded("maps/tile_errors", 1))
    assert gone.status_code == 400
    assert gone.messages[0].startswith("Invalid or nonexistent map configuration token")
    assert "**table or column**" in document.node["components"]["responses"]["MapsError"]["description"]


def test_a_map_without_styles_has_no_raster_tiles(document: Document) -> None:
    url = parse(document, "maps_create", recorded("maps/mvt_tile", 1)).metadata.url
    assert url.raster is UNSET
    assert url.vector.url_template.endswith(".mvt")


def test_a_template_shows_what_else_was_stored_in_it(document: Document) -> None:
    """An old client sent its key in the body: CARTO stores it and shows it to everybody who can read the template."""
    template = parse(document, "named_maps_read", recorded("maps/peer_carto_python", 2)).template
    assert {"api_key", "client"} <= template.to_dict().keys()
    assert template.name == "python_sdk_test_map"
