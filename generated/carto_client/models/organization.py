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
    from ..models.organization_admin import OrganizationAdmin
    from ..models.organization_owner import OrganizationOwner


@cache
def _nested_models() -> Any:
    from ..models.organization_admin import OrganizationAdmin
    from ..models.organization_owner import OrganizationOwner

    return (OrganizationAdmin, OrganizationOwner)


@_attrs_define
class Organization(Extensible[Any]):
    """An organization. Where the caller has none it is `{}`, so no field is certain."""

    id: str | Unset = UNSET
    """ UUID. """
    name: str | Unset = UNSET
    """ Name, as in addresses. """
    display_name: None | str | Unset = UNSET
    """ Name for people. """
    description: None | str | Unset = UNSET
    """ Text about it. """
    discus_shortname: None | str | Unset = UNSET
    """ Name at Disqus, spelt like this. """
    twitter_username: None | str | Unset = UNSET
    """ Name at Twitter. """
    location: None | str | Unset = UNSET
    """ Where it is. """
    website: None | str | Unset = UNSET
    """ Its site. """
    avatar_url: None | str | Unset = UNSET
    """ Picture; can begin with `//`. """
    created_at: None | str | Unset = UNSET
    """ Timestamp. """
    updated_at: None | str | Unset = UNSET
    """ Timestamp. """
    owner: None | OrganizationOwner | Unset = UNSET
    """ The owner. """
    admins: list[OrganizationAdmin] | Unset = UNSET
    """ The administrators. """
    admin_email: None | str | Unset = UNSET
    """ Address of its administration. """
    quota_in_bytes: int | None | Unset = UNSET
    """ Storage of all members; more than 32 bits. """
    unassigned_quota: int | None | Unset = UNSET
    """ Storage not given to a member, in bytes. """
    available_quota_for_user: int | None | Unset = UNSET
    """ Storage that the caller could have, in bytes. """
    geocoding_quota: int | None | Unset = UNSET
    """ Geocodings in a billing period. """
    geocoding_block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    here_isolines_quota: int | None | Unset = UNSET
    """ Isolines in a billing period. """
    here_isolines_block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    mapzen_routing_quota: int | None | Unset = UNSET
    """ Routes in a billing period. """
    mapzen_routing_block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    geocoder_provider: None | str | Unset = UNSET
    """ Provider of geocoding. """
    isolines_provider: None | str | Unset = UNSET
    """ Provider of isolines. """
    routing_provider: None | str | Unset = UNSET
    """ Provider of routes. """
    map_views_quota: int | None | Unset = UNSET
    """ Views of maps in a billing period. """
    map_view_block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    twitter_datasource_quota: int | None | Unset = UNSET
    """ Tweets in a billing period. """
    seats: int | None | Unset = UNSET
    """ Members who can build maps. """
    viewer_seats: int | None | Unset = UNSET
    """ Members with read access only. """
    user_count: int | None | Unset = UNSET
    """ Members. """
    password_expiration_in_d: int | None | Unset = UNSET
    """ Days after which a password ends; null for never. """
    random_saml_username: bool | None | Unset = UNSET
    """ True if accounts made through SAML get random names. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (OrganizationAdmin, OrganizationOwner) = _nested_models()

        id = self.id

        name = self.name

        display_name: None | str | Unset
        if isinstance(self.display_name, Unset):
            display_name = UNSET
        else:
            display_name = self.display_name

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        discus_shortname: None | str | Unset
        if isinstance(self.discus_shortname, Unset):
            discus_shortname = UNSET
        else:
            discus_shortname = self.discus_shortname

        twitter_username: None | str | Unset
        if isinstance(self.twitter_username, Unset):
            twitter_username = UNSET
        else:
            twitter_username = self.twitter_username

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        website: None | str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        created_at: None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        updated_at: None | str | Unset
        if isinstance(self.updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = self.updated_at

        owner: dict[str, Any] | None | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, OrganizationOwner | Mapping):
            owner = to_object("owner_type_0", self.owner, OrganizationOwner)
        else:
            owner = self.owner

        admins: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.admins, Unset):
            admins = []
            for admins_item_data in to_items("admins", self.admins):
                admins_item = to_object("admins", admins_item_data, OrganizationAdmin)
                admins.append(admins_item)

        admin_email: None | str | Unset
        if isinstance(self.admin_email, Unset):
            admin_email = UNSET
        else:
            admin_email = self.admin_email

        quota_in_bytes: int | None | Unset
        if isinstance(self.quota_in_bytes, Unset):
            quota_in_bytes = UNSET
        else:
            quota_in_bytes = self.quota_in_bytes

        unassigned_quota: int | None | Unset
        if isinstance(self.unassigned_quota, Unset):
            unassigned_quota = UNSET
        else:
            unassigned_quota = self.unassigned_quota

        available_quota_for_user: int | None | Unset
        if isinstance(self.available_quota_for_user, Unset):
            available_quota_for_user = UNSET
        else:
            available_quota_for_user = self.available_quota_for_user

        geocoding_quota: int | None | Unset
        if isinstance(self.geocoding_quota, Unset):
            geocoding_quota = UNSET
        else:
            geocoding_quota = self.geocoding_quota

        geocoding_block_price: int | None | Unset
        if isinstance(self.geocoding_block_price, Unset):
            geocoding_block_price = UNSET
        else:
            geocoding_block_price = self.geocoding_block_price

        here_isolines_quota: int | None | Unset
        if isinstance(self.here_isolines_quota, Unset):
            here_isolines_quota = UNSET
        else:
            here_isolines_quota = self.here_isolines_quota

        here_isolines_block_price: int | None | Unset
        if isinstance(self.here_isolines_block_price, Unset):
            here_isolines_block_price = UNSET
        else:
            here_isolines_block_price = self.here_isolines_block_price

        mapzen_routing_quota: int | None | Unset
        if isinstance(self.mapzen_routing_quota, Unset):
            mapzen_routing_quota = UNSET
        else:
            mapzen_routing_quota = self.mapzen_routing_quota

        mapzen_routing_block_price: int | None | Unset
        if isinstance(self.mapzen_routing_block_price, Unset):
            mapzen_routing_block_price = UNSET
        else:
            mapzen_routing_block_price = self.mapzen_routing_block_price

        geocoder_provider: None | str | Unset
        if isinstance(self.geocoder_provider, Unset):
            geocoder_provider = UNSET
        else:
            geocoder_provider = self.geocoder_provider

        isolines_provider: None | str | Unset
        if isinstance(self.isolines_provider, Unset):
            isolines_provider = UNSET
        else:
            isolines_provider = self.isolines_provider

        routing_provider: None | str | Unset
        if isinstance(self.routing_provider, Unset):
            routing_provider = UNSET
        else:
            routing_provider = self.routing_provider

        map_views_quota: int | None | Unset
        if isinstance(self.map_views_quota, Unset):
            map_views_quota = UNSET
        else:
            map_views_quota = self.map_views_quota

        map_view_block_price: int | None | Unset
        if isinstance(self.map_view_block_price, Unset):
            map_view_block_price = UNSET
        else:
            map_view_block_price = self.map_view_block_price

        twitter_datasource_quota: int | None | Unset
        if isinstance(self.twitter_datasource_quota, Unset):
            twitter_datasource_quota = UNSET
        else:
            twitter_datasource_quota = self.twitter_datasource_quota

        seats: int | None | Unset
        if isinstance(self.seats, Unset):
            seats = UNSET
        else:
            seats = self.seats

        viewer_seats: int | None | Unset
        if isinstance(self.viewer_seats, Unset):
            viewer_seats = UNSET
        else:
            viewer_seats = self.viewer_seats

        user_count: int | None | Unset
        if isinstance(self.user_count, Unset):
            user_count = UNSET
        else:
            user_count = self.user_count

        password_expiration_in_d: int | None | Unset
        if isinstance(self.password_expiration_in_d, Unset):
            password_expiration_in_d = UNSET
        else:
            password_expiration_in_d = self.password_expiration_in_d

        random_saml_username: bool | None | Unset
        if isinstance(self.random_saml_username, Unset):
            random_saml_username = UNSET
        else:
            random_saml_username = self.random_saml_username

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if display_name is not UNSET:
            field_dict["display_name"] = display_name
        if description is not UNSET:
            field_dict["description"] = description
        if discus_shortname is not UNSET:
            field_dict["discus_shortname"] = discus_shortname
        if twitter_username is not UNSET:
            field_dict["twitter_username"] = twitter_username
        if location is not UNSET:
            field_dict["location"] = location
        if website is not UNSET:
            field_dict["website"] = website
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if owner is not UNSET:
            field_dict["owner"] = owner
        if admins is not UNSET:
            field_dict["admins"] = admins
        if admin_email is not UNSET:
            field_dict["admin_email"] = admin_email
        if quota_in_bytes is not UNSET:
            field_dict["quota_in_bytes"] = quota_in_bytes
        if unassigned_quota is not UNSET:
            field_dict["unassigned_quota"] = unassigned_quota
        if available_quota_for_user is not UNSET:
            field_dict["available_quota_for_user"] = available_quota_for_user
        if geocoding_quota is not UNSET:
            field_dict["geocoding_quota"] = geocoding_quota
        if geocoding_block_price is not UNSET:
            field_dict["geocoding_block_price"] = geocoding_block_price
        if here_isolines_quota is not UNSET:
            field_dict["here_isolines_quota"] = here_isolines_quota
        if here_isolines_block_price is not UNSET:
            field_dict["here_isolines_block_price"] = here_isolines_block_price
        if mapzen_routing_quota is not UNSET:
            field_dict["mapzen_routing_quota"] = mapzen_routing_quota
        if mapzen_routing_block_price is not UNSET:
            field_dict["mapzen_routing_block_price"] = mapzen_routing_block_price
        if geocoder_provider is not UNSET:
            field_dict["geocoder_provider"] = geocoder_provider
        if isolines_provider is not UNSET:
            field_dict["isolines_provider"] = isolines_provider
        if routing_provider is not UNSET:
            field_dict["routing_provider"] = routing_provider
        if map_views_quota is not UNSET:
            field_dict["map_views_quota"] = map_views_quota
        if map_view_block_price is not UNSET:
            field_dict["map_view_block_price"] = map_view_block_price
        if twitter_datasource_quota is not UNSET:
            field_dict["twitter_datasource_quota"] = twitter_datasource_quota
        if seats is not UNSET:
            field_dict["seats"] = seats
        if viewer_seats is not UNSET:
            field_dict["viewer_seats"] = viewer_seats
        if user_count is not UNSET:
            field_dict["user_count"] = user_count
        if password_expiration_in_d is not UNSET:
            field_dict["password_expiration_in_d"] = password_expiration_in_d
        if random_saml_username is not UNSET:
            field_dict["random_saml_username"] = random_saml_username

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (OrganizationAdmin, OrganizationOwner) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id", UNSET)

        name = d.pop("name", UNSET)

        display_name = cast("None | str | Unset", d.pop("display_name", UNSET))

        description = cast("None | str | Unset", d.pop("description", UNSET))

        discus_shortname = cast("None | str | Unset", d.pop("discus_shortname", UNSET))

        twitter_username = cast("None | str | Unset", d.pop("twitter_username", UNSET))

        location = cast("None | str | Unset", d.pop("location", UNSET))

        website = cast("None | str | Unset", d.pop("website", UNSET))

        avatar_url = cast("None | str | Unset", d.pop("avatar_url", UNSET))

        created_at = cast("None | str | Unset", d.pop("created_at", UNSET))

        updated_at = cast("None | str | Unset", d.pop("updated_at", UNSET))

        def _parse_owner(data: object) -> None | OrganizationOwner | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            owner_type_0 = OrganizationOwner.from_dict(data)

            return owner_type_0

        owner = _parse_owner(d.pop("owner", UNSET))

        _admins = d.pop("admins", UNSET)
        admins: list[OrganizationAdmin] | Unset = UNSET
        if _admins is not UNSET:
            admins = []
            for admins_item_data in require_list(_admins):
                admins_item = OrganizationAdmin.from_dict(admins_item_data)

                admins.append(admins_item)

        admin_email = cast("None | str | Unset", d.pop("admin_email", UNSET))

        quota_in_bytes = cast("int | None | Unset", d.pop("quota_in_bytes", UNSET))

        unassigned_quota = cast("int | None | Unset", d.pop("unassigned_quota", UNSET))

        available_quota_for_user = cast("int | None | Unset", d.pop("available_quota_for_user", UNSET))

        geocoding_quota = cast("int | None | Unset", d.pop("geocoding_quota", UNSET))

        geocoding_block_price = cast("int | None | Unset", d.pop("geocoding_block_price", UNSET))

        here_isolines_quota = cast("int | None | Unset", d.pop("here_isolines_quota", UNSET))

        here_isolines_block_price = cast("int | None | Unset", d.pop("here_isolines_block_price", UNSET))

        mapzen_routing_quota = cast("int | None | Unset", d.pop("mapzen_routing_quota", UNSET))

        mapzen_routing_block_price = cast("int | None | Unset", d.pop("mapzen_routing_block_price", UNSET))

        geocoder_provider = cast("None | str | Unset", d.pop("geocoder_provider", UNSET))

        isolines_provider = cast("None | str | Unset", d.pop("isolines_provider", UNSET))

        routing_provider = cast("None | str | Unset", d.pop("routing_provider", UNSET))

        map_views_quota = cast("int | None | Unset", d.pop("map_views_quota", UNSET))

        map_view_block_price = cast("int | None | Unset", d.pop("map_view_block_price", UNSET))

        twitter_datasource_quota = cast("int | None | Unset", d.pop("twitter_datasource_quota", UNSET))

        seats = cast("int | None | Unset", d.pop("seats", UNSET))

        viewer_seats = cast("int | None | Unset", d.pop("viewer_seats", UNSET))

        user_count = cast("int | None | Unset", d.pop("user_count", UNSET))

        password_expiration_in_d = cast("int | None | Unset", d.pop("password_expiration_in_d", UNSET))

        random_saml_username = cast("bool | None | Unset", d.pop("random_saml_username", UNSET))

        organization = cls(
            id=id,
            name=name,
            display_name=display_name,
            description=description,
            discus_shortname=discus_shortname,
            twitter_username=twitter_username,
            location=location,
            website=website,
            avatar_url=avatar_url,
            created_at=created_at,
            updated_at=updated_at,
            owner=owner,
            admins=admins,
            admin_email=admin_email,
            quota_in_bytes=quota_in_bytes,
            unassigned_quota=unassigned_quota,
            available_quota_for_user=available_quota_for_user,
            geocoding_quota=geocoding_quota,
            geocoding_block_price=geocoding_block_price,
            here_isolines_quota=here_isolines_quota,
            here_isolines_block_price=here_isolines_block_price,
            mapzen_routing_quota=mapzen_routing_quota,
            mapzen_routing_block_price=mapzen_routing_block_price,
            geocoder_provider=geocoder_provider,
            isolines_provider=isolines_provider,
            routing_provider=routing_provider,
            map_views_quota=map_views_quota,
            map_view_block_price=map_view_block_price,
            twitter_datasource_quota=twitter_datasource_quota,
            seats=seats,
            viewer_seats=viewer_seats,
            user_count=user_count,
            password_expiration_in_d=password_expiration_in_d,
            random_saml_username=random_saml_username,
        )

        organization.additional_properties = d
        return organization
