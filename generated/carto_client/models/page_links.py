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
    from ..models.page_link import PageLink


@cache
def _nested_models() -> Any:
    from ..models.page_link import PageLink

    return (PageLink,)


@_attrs_define
class PageLinks(Extensible[Any]):
    """Addresses of other pages. **They repeat every parameter of the request, with the API key if it was one**; do
    not log them. Where the path named the account by a prefix they name it twice, and lead nowhere.

    """

    first: PageLink
    """ Address of a page. """
    last: PageLink
    """ Address of a page. """
    prev: PageLink | Unset = UNSET
    """ Address of a page. """
    next_: PageLink | Unset = UNSET
    """ Address of a page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (PageLink,) = _nested_models()

        first = to_object("first", self.first, PageLink)

        last = to_object("last", self.last, PageLink)

        prev: dict[str, Any] | Unset = UNSET
        if not isinstance(self.prev, Unset):
            prev = to_object("prev", self.prev, PageLink)

        next_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.next_, Unset):
            next_ = to_object("next", self.next_, PageLink)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"first": first, "last": last})
        if prev is not UNSET:
            field_dict["prev"] = prev
        if next_ is not UNSET:
            field_dict["next"] = next_

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (PageLink,) = _nested_models()

        d = require_object(src_dict)
        first = PageLink.from_dict(d.pop("first"))

        last = PageLink.from_dict(d.pop("last"))

        _prev = d.pop("prev", UNSET)
        prev: PageLink | Unset
        if isinstance(_prev, Unset):
            prev = UNSET
        else:
            prev = PageLink.from_dict(_prev)

        _next_ = d.pop("next", UNSET)
        next_: PageLink | Unset
        if isinstance(_next_, Unset):
            next_ = UNSET
        else:
            next_ = PageLink.from_dict(_next_)

        page_links = cls(first=first, last=last, prev=prev, next_=next_)

        page_links.additional_properties = d
        return page_links
