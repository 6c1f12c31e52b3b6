"""The findings, counted for each operation, as a table, a list and one line of totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import carto_client.models
from truth.answers import check_answer
from truth.document import Document, Mismatch
from truth.examples import check_example, each_example
from truth.hidden import find_hidden
from truth.recordings import Exchange, RecordingError, find_recordings, read_recording
from truth.requests import LEFT_OUT, MATCHED, TAKEN, UNROUTED, WRONG, find_operation
from truth.samples import check_sample, load_table, read_samples


class Row:
    """The exchanges of one operation."""

    def __init__(self) -> None:
        self.exchanges = self.samples = self.examples = 0
        self.statuses: set[int] = set()
        self.is_red = False

    @property
    def mark(self) -> str:
        if self.is_red:
            return "✗"
        return "ok" if self.exchanges or self.samples else "neither recorded nor sampled"


class Truth:
    """Collects counts; `lines` returns them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rows: dict[str, Row] = defaultdict(Row)
        self.kinds = dict.fromkeys((MATCHED, TAKEN, UNROUTED, WRONG, LEFT_OUT), 0)
        self.hidden = 0
        self.apart: list[str] = []
        self.mismatches: list[Mismatch] = []
        self.sample_files: set[str] = set()

    def add_recordings(self, folder: Path, name: str) -> None:
        """Everything recorded below a folder, which the findings call `name`."""
        for path in find_recordings(folder):
            where = f"{name}/{path.relative_to(folder).as_posix()}"
            try:
                for exchange in read_recording(path, where):
                    self.add_exchange(exchange)
            except RecordingError as error:
                self.mismatches.append(Mismatch(where, "", str(error)))

    def add_exchange(self, exchange: Exchange) -> None:
        verdict = find_operation(self.document, exchange)
        self.kinds[verdict.kind] += 1
        if verdict.kind != MATCHED:
            self.apart.append(f"{verdict.kind}: {exchange.where} {exchange.request_line}: {verdict.reason}")
        found = list(verdict.mismatches)
        if verdict.route is not None:
            faults = check_answer(self.document, verdict.route, exchange.answer)
            found += [Mismatch(exchange.where, pointer, message) for pointer, message in faults]
            self.hidden += bool(find_hidden(verdict.route, exchange.answer))
            row = self.rows[verdict.route.name]
            row.exchanges += 1
            row.statuses.add(exchange.answer.status)
            row.is_red |= bool(found)
        self.mismatches += found

    def add_samples(self, folder: Path, name: str) -> None:
        samples, faults = read_samples(folder, name, load_table())
        self.mismatches += faults
        self.sample_files |= {path.name for path in folder.glob("*.json")}
        for sample in samples:
            found = check_sample(self.document, sample)
            self.mismatches += found
            row = self.rows[sample.operation]
            row.samples += 1
            row.statuses |= {sample.answer.status} if sample.answer else set()
            row.is_red |= bool(found)

    def add_examples(self) -> None:
        for route in self.document.routes:
            row = self.rows[route.name]
            for place, answer in each_example(self.document, route):
                found = check_example(self.document, route, place, answer)
                self.mismatches += found
                row.examples += 1
                row.is_red |= bool(found)

    @property
    def totals(self) -> str:
        parts = [f"{self.kinds[kind]} {kind}" for kind in self.kinds]
        return (
            f"{len(self.document.routes)} operations, {len(carto_client.models.__all__)} models, "
            f"{sum(self.kinds.values())} exchanges ({', '.join(parts)}), {self.hidden} errors in a 200, "
            f"{len(self.sample_files)} samples, "
            f"{sum(row.examples for row in self.rows.values())} examples, "
            f"{len(self.mismatches)} {'mismatch' if len(self.mismatches) == 1 else 'mismatches'}"
        )

    def lines(self) -> Iterator[str]:
        """The table, then what is counted apart, each with its reason."""
        width = max(len(route.name) for route in self.document.routes)
        yield f"{'operation':<{width}}  exchanges  samples  examples  statuses"
        for name in sorted(self.document.by_name):
            row = self.rows.get(name, Row())
            statuses = " ".join(map(str, sorted(row.statuses)))
            counts = f"{row.exchanges or '-':>9}  {row.samples or '-':>7}  {row.examples or '-':>8}"
            yield f"{name:<{width}}  {counts}  {statuses:<24}  {row.mark}"
        yield ""
        yield from self.apart
