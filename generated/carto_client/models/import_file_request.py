# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..sending import reads_object
from ..types import UNSET, Extensible, File, Unset, form_field, form_fields, require_object, show_model


@_attrs_define
class ImportFileRequest(Extensible[Any]):
    """A file and what to make of it."""

    file: File
    """ The file, with its name in the Content-Disposition of the part. """
    type_guessing: bool | Unset = UNSET
    """ Guess column types of CSV and XLS. On; `false` switches it off. """
    quoted_fields_guessing: bool | Unset = UNSET
    """ Guess types of quoted values too. On; `false` switches it off. """
    content_guessing: bool | Unset = UNSET
    """ Recognize countries, cities and IP addresses and make points of them. Off; needs to be configured on the
    server. """
    create_vis: bool | Unset = UNSET
    """ Make a map of the new table as well (`visualization_id` of the import). Off. """
    collision_strategy: str | Unset = UNSET
    """ Action if the table exists already: `skip` or `overwrite`. By default the new one gets a name with `_1`,
    `_2` and so on. Other values give 400. """
    privacy: str | Unset = UNSET
    """ `public`, `link` or `private`, in any case; the default of the account otherwise. 400 if unknown or not in
    the plan. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        create_vis = self.create_vis

        collision_strategy = self.collision_strategy

        privacy = self.privacy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"file": file})
        if type_guessing is not UNSET:
            field_dict["type_guessing"] = type_guessing
        if quoted_fields_guessing is not UNSET:
            field_dict["quoted_fields_guessing"] = quoted_fields_guessing
        if content_guessing is not UNSET:
            field_dict["content_guessing"] = content_guessing
        if create_vis is not UNSET:
            field_dict["create_vis"] = create_vis
        if collision_strategy is not UNSET:
            field_dict["collision_strategy"] = collision_strategy
        if privacy is not UNSET:
            field_dict["privacy"] = privacy

        return field_dict

    @staticmethod
    def _form_fields(
        *,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        collision_strategy: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
    ) -> list[tuple[str, str]]:
        """Return the text fields of the form in order, for callers that stream its file."""
        return form_fields(
            {
                "type_guessing": type_guessing,
                "quoted_fields_guessing": quoted_fields_guessing,
                "content_guessing": content_guessing,
                "create_vis": create_vis,
                "collision_strategy": collision_strategy,
                "privacy": privacy,
            }
        )

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        if not isinstance(self.type_guessing, Unset):
            files.extend(form_field("type_guessing", self.type_guessing))

        if not isinstance(self.quoted_fields_guessing, Unset):
            files.extend(form_field("quoted_fields_guessing", self.quoted_fields_guessing))

        if not isinstance(self.content_guessing, Unset):
            files.extend(form_field("content_guessing", self.content_guessing))

        if not isinstance(self.create_vis, Unset):
            files.extend(form_field("create_vis", self.create_vis))

        if not isinstance(self.collision_strategy, Unset):
            files.extend(form_field("collision_strategy", self.collision_strategy))

        if not isinstance(self.privacy, Unset):
            files.extend(form_field("privacy", self.privacy))

        for prop_name, prop in self.additional_properties.items():
            files.extend(form_field(prop_name, prop))

        return files

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        type_guessing = d.pop("type_guessing", UNSET)

        quoted_fields_guessing = d.pop("quoted_fields_guessing", UNSET)

        content_guessing = d.pop("content_guessing", UNSET)

        create_vis = d.pop("create_vis", UNSET)

        collision_strategy = d.pop("collision_strategy", UNSET)

        privacy = d.pop("privacy", UNSET)

        import_file_request = cls(
            file=file,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            create_vis=create_vis,
            collision_strategy=collision_strategy,
            privacy=privacy,
        )

        import_file_request.additional_properties = d
        return import_file_request
