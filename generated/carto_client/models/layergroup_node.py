# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.http_urls import HttpUrls


@cache
def _nested_models() -> Any:
    from ..models.http_urls import HttpUrls

    return (HttpUrls,)


@_attrs_define
class LayergroupNode(Extensible[Any]):
    """One node of an analysis."""

    status: str | Unset = UNSET
    """ `pending`, `waiting`, `running`, `canceled` (one l), `failed`, `ready`. """
    url: HttpUrls | Unset = UNSET
    """ The same address twice. """
    query: str | Unset = UNSET
    """ SQL that reads it. Only in anonymous maps. """
    error_message: str | Unset = UNSET
    """ Why it failed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (HttpUrls,) = _nested_models()

        status = self.status

        url: dict[str, Any] | Unset = UNSET
        if not isinstance(self.url, Unset):
            url = to_object("url", self.url, HttpUrls)

        query = self.query

        error_message = self.error_message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if url is not UNSET:
            field_dict["url"] = url
        if query is not UNSET:
            field_dict["query"] = query
        if error_message is not UNSET:
            field_dict["error_message"] = error_message

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (HttpUrls,) = _nested_models()

        d = require_object(src_dict)
        status = d.pop("status", UNSET)

        _url = d.pop("url", UNSET)
        url: HttpUrls | Unset
        if isinstance(_url, Unset):
            url = UNSET
        else:
            url = HttpUrls.from_dict(_url)

        query = d.pop("query", UNSET)

        error_message = d.pop("error_message", UNSET)

        layergroup_node = cls(status=status, url=url, query=query, error_message=error_message)

        layergroup_node.additional_properties = d
        return layergroup_node
