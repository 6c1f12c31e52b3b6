# Made from tests/_async/test_telemetry.py by scripts/unasync; do not edit.
"""OpenTelemetry sees every call, and no key, token, password, query string or SQL: in spans, events and metrics."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import CartoError
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import FaultServer, Point, Reset
from tests._sync.test_secrets import CALLS, KEY, PRIVATE, found_in
from tests.support.echo import Echo

pytest.importorskip("opentelemetry.instrumentation.httpx", reason="the instrumentation of httpx is not installed")
pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry's SDK is not installed")

from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

pytestmark = pytest.mark.anyio

ALL_CALLS: dict[str, Callable[[Carto], object]] = {
    **CALLS,
    "apps, key as parameter": lambda carto: carto.apps.create(data="<html></html>", name="a"),
}


class Telemetry:
    """All that OpenTelemetry was told."""

    def __init__(self) -> None:
        self.exporter, self.reader = InMemorySpanExporter(), InMemoryMetricReader()
        self.tracers, self.meters = TracerProvider(), MeterProvider([self.reader])
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))

    @property
    def attributes(self) -> list[dict[str, Any]]:
        return [dict(span.attributes or {}) for span in self.exporter.get_finished_spans()]

    @property
    def text(self) -> str:
        spans = [span.to_json() for span in self.exporter.get_finished_spans()]
        metrics = self.reader.get_metrics_data()
        return "\n".join([*spans, metrics.to_json() if metrics else ""])


@pytest.fixture
def telemetry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Telemetry]:
    """Of every client that there is, under the old and the new names of attributes."""
    monkeypatch.setenv("OTEL_SEMCONV_STABILITY_OPT_IN", "http/dup")
    told, instrumentor = Telemetry(), HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=told.tracers, meter_provider=told.meters)
    yield told
    instrumentor.uninstrument()
    told.meters.shutdown()


@pytest.fixture
def traced(fault_server: FaultServer, telemetry: Telemetry) -> Iterator[Carto]:
    policy = RetryPolicy(first_delay=0.001)
    with Carto(fault_server.base_url, api_key=KEY, retries=policy, timeout=5) as carto:
        yield carto


@pytest.mark.parametrize("call", ALL_CALLS)
def test_nothing_secret_is_told(traced: Carto, fault_server: FaultServer, telemetry: Telemetry, call: str) -> None:
    for fault in (Echo(400), Echo(503), Reset(Point.REQUEST_END)):
        fault_server.play(default=fault)
        with pytest.raises(CartoError):
            ALL_CALLS[call](traced)
    assert fault_server.requests
    assert len(telemetry.attributes) >= 3
    assert not found_in(telemetry.text, PRIVATE, "?")


def test_each_try_is_a_span(traced: Carto, fault_server: FaultServer, telemetry: Telemetry) -> None:
    fault_server.play(Echo(503), None)
    tracer = telemetry.tracers.get_tracer("program")
    with tracer.start_as_current_span("report") as report:
        traced.sql.query("SELECT 1", cacheable=True)
    found = [span for span in telemetry.exporter.get_finished_spans() if span.name == "GET"]
    assert [(span.attributes or {})["http.response.status_code"] for span in found] == [503, 200]
    assert {span.parent and span.parent.span_id for span in found} == {report.get_span_context().span_id}
    assert {(span.attributes or {})["url.full"] for span in found} == {f"{fault_server.base_url}/api/v2/sql"}
    trace_id = format(report.get_span_context().trace_id, "032x")
    assert all(trace_id in request.headers["traceparent"] for request in fault_server.requests)


def test_headers_that_are_asked_for_come_without_the_key(
    monkeypatch: pytest.MonkeyPatch, fault_server: FaultServer, request: pytest.FixtureRequest
) -> None:
    """As docs/observability.md has it."""
    monkeypatch.setenv("OTEL_INSTRUMENTATION_HTTP_CAPTURE_HEADERS_CLIENT_REQUEST", ".*")
    monkeypatch.setenv("OTEL_INSTRUMENTATION_HTTP_CAPTURE_HEADERS_SANITIZE_FIELDS", "authorization,set-cookie")
    telemetry: Telemetry = request.getfixturevalue("telemetry")
    with Carto(fault_server.base_url, api_key=KEY) as carto:
        carto.sql.query("SELECT 1")
    assert "http.request.header.user_agent" in telemetry.attributes[0]
    assert not found_in(telemetry.text)
