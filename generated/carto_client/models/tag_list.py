# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.page_links import PageLinks
    from ..models.tag_count import TagCount


@cache
def _nested_models() -> Any:
    from ..models.page_links import PageLinks
    from ..models.tag_count import TagCount

    return (PageLinks, TagCount)


@_attrs_define
class TagList(Extensible[Any]):
    """One page of tags."""

    total: int
    """ Tags on all pages. """
    count: int
    """ Tags on this page. """
    result: list[TagCount]
    """ The page. """
    field_links: PageLinks
    """ Addresses of other pages. **They repeat every parameter of the request, with the API key if it was one**; do
    not log them. Where the path named the account by a prefix they name it twice, and lead nowhere. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (PageLinks, TagCount) = _nested_models()

        total = self.total

        count = self.count

        result = []
        for result_item_data in to_items("result", self.result):
            result_item = to_object("result", result_item_data, TagCount)
            result.append(result_item)

        field_links = to_object("_links", self.field_links, PageLinks)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"total": total, "count": count, "result": result, "_links": field_links})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (PageLinks, TagCount) = _nested_models()

        d = require_object(src_dict)
        total = d.pop("total")

        count = d.pop("count")

        result = []
        _result = d.pop("result")
        for result_item_data in require_list(_result):
            result_item = TagCount.from_dict(result_item_data)

            result.append(result_item)

        field_links = PageLinks.from_dict(d.pop("_links"))

        tag_list = cls(total=total, count=count, result=result, field_links=field_links)

        tag_list.additional_properties = d
        return tag_list
