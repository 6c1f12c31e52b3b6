# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, form_field, form_fields, require_object, show_model


@_attrs_define
class SqlDownloadRequest(Extensible[Any]):
    """A SELECT and the file format for its rows."""

    q: str
    """ One SELECT. """
    format_: str
    """ `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`, `svg`, `topojson` or `arraybuffer`, in any
    case. Anything else is refused with 400 `Invalid format: …`. """
    dp: int | Unset = UNSET
    """ Decimal places of coordinates in `geojson` (6 by default) and `svg`. """
    rows_per_page: int | Unset = UNSET
    """ Rows of a page. Has an effect only together with `page`. """
    page: int | Unset = UNSET
    """ Number of the page, from 0. Has an effect only together with `rows_per_page`. """
    order_by: str | Unset = UNSET
    """ Name of a column of the result to sort by. An unknown column gives 400. """
    sort_order: str | Unset = UNSET
    """ `asc` or `desc`; anything else is ignored silently. """
    skipfields: str | Unset = UNSET
    """ Comma list of columns to leave out. """
    cache_policy: str | Unset = UNSET
    """ `persist` makes the answer cacheable for a year. No other value is known. """
    filename: str | Unset = UNSET
    """ Name offered in Content-Disposition, without ending (the format decides on it); blanks and `;()[]<>'"`
    become `_`. `cartodb-query` if not given. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        q = self.q

        format_ = self.format_

        dp = self.dp

        rows_per_page = self.rows_per_page

        page = self.page

        order_by = self.order_by

        sort_order = self.sort_order

        skipfields = self.skipfields

        cache_policy = self.cache_policy

        filename = self.filename

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"q": q, "format": format_})
        if dp is not UNSET:
            field_dict["dp"] = dp
        if rows_per_page is not UNSET:
            field_dict["rows_per_page"] = rows_per_page
        if page is not UNSET:
            field_dict["page"] = page
        if order_by is not UNSET:
            field_dict["order_by"] = order_by
        if sort_order is not UNSET:
            field_dict["sort_order"] = sort_order
        if skipfields is not UNSET:
            field_dict["skipfields"] = skipfields
        if cache_policy is not UNSET:
            field_dict["cache_policy"] = cache_policy
        if filename is not UNSET:
            field_dict["filename"] = filename

        return field_dict

    @staticmethod
    def _form_fields(
        *,
        q: str,
        format_: str,
        dp: int | Unset = UNSET,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> list[tuple[str, str]]:
        """Return the text fields of the form in order, for callers that stream its file."""
        return form_fields(
            {
                "q": q,
                "format": format_,
                "dp": dp,
                "rows_per_page": rows_per_page,
                "page": page,
                "order_by": order_by,
                "sort_order": sort_order,
                "skipfields": skipfields,
                "cache_policy": cache_policy,
                "filename": filename,
            }
        )

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.extend(form_field("q", self.q))

        files.extend(form_field("format", self.format_))

        if not isinstance(self.dp, Unset):
            files.append(("dp", (None, str(self.dp).encode(), "text/plain")))

        if not isinstance(self.rows_per_page, Unset):
            files.append(("rows_per_page", (None, str(self.rows_per_page).encode(), "text/plain")))

        if not isinstance(self.page, Unset):
            files.append(("page", (None, str(self.page).encode(), "text/plain")))

        if not isinstance(self.order_by, Unset):
            files.extend(form_field("order_by", self.order_by))

        if not isinstance(self.sort_order, Unset):
            files.extend(form_field("sort_order", self.sort_order))

        if not isinstance(self.skipfields, Unset):
            files.extend(form_field("skipfields", self.skipfields))

        if not isinstance(self.cache_policy, Unset):
            files.extend(form_field("cache_policy", self.cache_policy))

        if not isinstance(self.filename, Unset):
            files.extend(form_field("filename", self.filename))

        for prop_name, prop in self.additional_properties.items():
            files.extend(form_field(prop_name, prop))

        return files

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        q = d.pop("q")

        format_ = d.pop("format")

        dp = d.pop("dp", UNSET)

        rows_per_page = d.pop("rows_per_page", UNSET)

        page = d.pop("page", UNSET)

        order_by = d.pop("order_by", UNSET)

        sort_order = d.pop("sort_order", UNSET)

        skipfields = d.pop("skipfields", UNSET)

        cache_policy = d.pop("cache_policy", UNSET)

        filename = d.pop("filename", UNSET)

        sql_download_request = cls(
            q=q,
            format_=format_,
            dp=dp,
            rows_per_page=rows_per_page,
            page=page,
            order_by=order_by,
            sort_order=sort_order,
            skipfields=skipfields,
            cache_policy=cache_policy,
            filename=filename,
        )

        sql_download_request.additional_properties = d
        return sql_download_request
