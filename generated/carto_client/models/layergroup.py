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
    from ..models.cdn_url import CdnUrl
    from ..models.layergroup_metadata import LayergroupMetadata


@cache
def _nested_models() -> Any:
    from ..models.cdn_url import CdnUrl
    from ..models.layergroup_metadata import LayergroupMetadata

    return (CdnUrl, LayergroupMetadata)


@_attrs_define
class Layergroup(Extensible[Any]):
    """A map whose tiles can be fetched."""

    layergroupid: str
    """ The token for everything else: `hash:milliseconds`, for a named map `user@template hash@hash:milliseconds`.
    After the colon comes the time of the tables' last change, 0 if it is unknown. """
    metadata: LayergroupMetadata
    """ Layers and addresses of a map. """
    last_updated: str
    """ The tables' last change, `2026-11-22T08:25:00.962Z`; `1970-01-01T00:00:00.000Z` if that is unknown. """
    cdn_url: CdnUrl | Unset = UNSET
    """ Hosts of the content delivery network. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (CdnUrl, LayergroupMetadata) = _nested_models()

        layergroupid = self.layergroupid

        metadata = to_object("metadata", self.metadata, LayergroupMetadata)

        last_updated = self.last_updated

        cdn_url: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cdn_url, Unset):
            cdn_url = to_object("cdn_url", self.cdn_url, CdnUrl)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"layergroupid": layergroupid, "metadata": metadata, "last_updated": last_updated})
        if cdn_url is not UNSET:
            field_dict["cdn_url"] = cdn_url

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (CdnUrl, LayergroupMetadata) = _nested_models()

        d = require_object(src_dict)
        layergroupid = d.pop("layergroupid")

        metadata = LayergroupMetadata.from_dict(d.pop("metadata"))

        last_updated = d.pop("last_updated")

        _cdn_url = d.pop("cdn_url", UNSET)
        cdn_url: CdnUrl | Unset
        if isinstance(_cdn_url, Unset):
            cdn_url = UNSET
        else:
            cdn_url = CdnUrl.from_dict(_cdn_url)

        layergroup = cls(layergroupid=layergroupid, metadata=metadata, last_updated=last_updated, cdn_url=cdn_url)

        layergroup.additional_properties = d
        return layergroup
