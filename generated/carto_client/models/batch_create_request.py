# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class BatchCreateRequest(Extensible[Any]):
    """SQL of a job."""

    query: Any
    """ One of three forms:

    1. a string: one statement;
    2. a list of strings: run in order, the rest stays `pending` for ever after a failure. An empty list is
      accepted and never ends;
    3. an object `{"query": [{"query": "…", "onsuccess": "…", "onerror": "…", "timeout": 1000}, …], "onsuccess":
      "…", "onerror": "…"}`: only the inner `query` is needed. The statement of `onsuccess` or `onerror` runs
      after its query or after the whole job. `timeout` is in milliseconds. In the inner ones `<%= job_id %>`
      and, in `onerror`, `<%= error_message %>` are replaced. Further keys, such as `id`, are kept.

    Otherwise 400: `You must indicate a valid SQL` (nothing, empty, null) or `there is no job class for the
    provided query`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        query = self.query

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"query": query})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        query = d.pop("query")

        batch_create_request = cls(query=query)

        batch_create_request.additional_properties = d
        return batch_create_request
