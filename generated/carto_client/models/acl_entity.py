# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.group import Group


@cache
def _nested_models() -> Any:
    from ..models.group import Group

    return (Group,)


@_attrs_define
class AclEntity(Extensible[Any]):
    """A user (`id`, `username` and the rest), an organization (`id`, `name`, `avatar_url`) or a group (`id`,
    `name`).

    """

    id: str
    """ UUID. """
    name: None | str | Unset = UNSET
    """ Name of the organization or group, first name of the user. """
    username: str | Unset = UNSET
    """ Account name; users only. """
    last_name: None | str | Unset = UNSET
    """ Users only. """
    avatar_url: None | str | Unset = UNSET
    """ Picture; can begin with `//`. Users and organizations only. """
    base_url: str | Unset = UNSET
    """ Address of the account; users only. """
    google_maps_query_string: None | str | Unset = UNSET
    """ Users only. """
    disqus_shortname: None | str | Unset = UNSET
    """ Users only. """
    viewer: bool | Unset = UNSET
    """ True if the account can only read; users only. """
    org_admin: bool | Unset = UNSET
    """ True if the user administers the organization; users only. """
    org_user: bool | Unset = UNSET
    """ True if the account belongs to an organization; users only. """
    remove_logo: bool | Unset = UNSET
    """ True if maps can hide CARTO's logo; users only. """
    groups: list[Group] | None | Unset = UNSET
    """ Groups that the user is in; users only, where groups are shown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        id = self.id

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        username = self.username

        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        base_url = self.base_url

        google_maps_query_string: None | str | Unset
        if isinstance(self.google_maps_query_string, Unset):
            google_maps_query_string = UNSET
        else:
            google_maps_query_string = self.google_maps_query_string

        disqus_shortname: None | str | Unset
        if isinstance(self.disqus_shortname, Unset):
            disqus_shortname = UNSET
        else:
            disqus_shortname = self.disqus_shortname

        viewer = self.viewer

        org_admin = self.org_admin

        org_user = self.org_user

        remove_logo = self.remove_logo

        groups: list[dict[str, Any]] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, list):
            groups = []
            for groups_type_0_item_data in to_items("groups_type_0", self.groups):
                groups_type_0_item = to_object("groups_type_0", groups_type_0_item_data, Group)
                groups.append(groups_type_0_item)

        else:
            groups = self.groups

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id})
        if name is not UNSET:
            field_dict["name"] = name
        if username is not UNSET:
            field_dict["username"] = username
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if base_url is not UNSET:
            field_dict["base_url"] = base_url
        if google_maps_query_string is not UNSET:
            field_dict["google_maps_query_string"] = google_maps_query_string
        if disqus_shortname is not UNSET:
            field_dict["disqus_shortname"] = disqus_shortname
        if viewer is not UNSET:
            field_dict["viewer"] = viewer
        if org_admin is not UNSET:
            field_dict["org_admin"] = org_admin
        if org_user is not UNSET:
            field_dict["org_user"] = org_user
        if remove_logo is not UNSET:
            field_dict["remove_logo"] = remove_logo
        if groups is not UNSET:
            field_dict["groups"] = groups

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        name = cast("None | str | Unset", d.pop("name", UNSET))

        username = d.pop("username", UNSET)

        last_name = cast("None | str | Unset", d.pop("last_name", UNSET))

        avatar_url = cast("None | str | Unset", d.pop("avatar_url", UNSET))

        base_url = d.pop("base_url", UNSET)

        google_maps_query_string = cast("None | str | Unset", d.pop("google_maps_query_string", UNSET))

        disqus_shortname = cast("None | str | Unset", d.pop("disqus_shortname", UNSET))

        viewer = d.pop("viewer", UNSET)

        org_admin = d.pop("org_admin", UNSET)

        org_user = d.pop("org_user", UNSET)

        remove_logo = d.pop("remove_logo", UNSET)

        def _parse_groups(data: object) -> list[Group] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            groups_type_0 = []
            _groups_type_0 = data
            for groups_type_0_item_data in require_list(_groups_type_0):
                groups_type_0_item = Group.from_dict(groups_type_0_item_data)

                groups_type_0.append(groups_type_0_item)

            return groups_type_0

        groups = _parse_groups(d.pop("groups", UNSET))

        acl_entity = cls(
            id=id,
            name=name,
            username=username,
            last_name=last_name,
            avatar_url=avatar_url,
            base_url=base_url,
            google_maps_query_string=google_maps_query_string,
            disqus_shortname=disqus_shortname,
            viewer=viewer,
            org_admin=org_admin,
            org_user=org_user,
            remove_logo=remove_logo,
            groups=groups,
        )

        acl_entity.additional_properties = d
        return acl_entity
