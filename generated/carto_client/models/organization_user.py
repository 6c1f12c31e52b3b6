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
class OrganizationUser(Extensible[Any]):
    """A member of an organization as its administrators see it: a whole account **without `id`**, with its master
    key.

    """

    username: str
    """ Account name. """
    name: None | str
    """ First name. """
    last_name: None | str
    """ Last name. """
    avatar_url: None | str
    """ Picture; can begin with `//`. """
    base_url: None | str
    """ Address of the account. """
    google_maps_query_string: None | str
    """ Key for Google's base maps. """
    disqus_shortname: None | str
    """ Name at Disqus. """
    viewer: bool
    """ True if the account can only read. """
    org_admin: bool
    """ True if the user administers the organization. """
    org_user: bool
    """ True if the account belongs to an organization. """
    remove_logo: bool
    """ True if maps can hide CARTO's logo. """
    soft_geocoding_limit: bool
    """ True if geocoding can exceed the quota, at a price. """
    api_key: None | str
    """ Master key of the member, a secret. May be null while the account is being created. """
    id: str | Unset = UNSET
    """ UUID. """
    groups: list[Group] | None | Unset = UNSET
    """ Groups that the user is in, where groups are shown. """
    email: None | str | Unset = UNSET
    """ Address for mail. """
    website: None | str | Unset = UNSET
    """ Site of the user. """
    description: None | str | Unset = UNSET
    """ Text about the user. """
    location: None | str | Unset = UNSET
    """ Where the user is. """
    twitter_username: None | str | Unset = UNSET
    """ Name at Twitter. """
    available_for_hire: bool | None | Unset = UNSET
    """ True if the user is looking for work. """
    role_display: None | str | Unset = UNSET
    """ `builder` or `viewer`. """
    quota_in_bytes: int | None | Unset = UNSET
    """ Storage that the account can use; more than 32 bits. """
    db_size_in_bytes: int | None | Unset = UNSET
    """ Storage that it uses; more than 32 bits. """
    table_count: int | Unset = UNSET
    """ Datasets that the account has. """
    public_visualization_count: int | Unset = UNSET
    """ Its public maps. """
    all_visualization_count: int | Unset = UNSET
    """ All its maps. """
    basemaps: Any | Unset = UNSET
    """ Base maps the account can use, an object of providers; with `show_user_basemaps` only. """
    industry: None | str | Unset = UNSET
    """ Part of the profile. """
    company: None | str | Unset = UNSET
    """ Part of the profile. """
    company_employees: None | str | Unset = UNSET
    """ Part of the profile. """
    use_case: None | str | Unset = UNSET
    """ Part of the profile. """
    job_role: None | str | Unset = UNSET
    """ Part of the profile. """
    phone: None | str | Unset = UNSET
    """ Part of the profile. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        username = self.username

        name: None | str
        name = self.name

        last_name: None | str
        last_name = self.last_name

        avatar_url: None | str
        avatar_url = self.avatar_url

        base_url: None | str
        base_url = self.base_url

        google_maps_query_string: None | str
        google_maps_query_string = self.google_maps_query_string

        disqus_shortname: None | str
        disqus_shortname = self.disqus_shortname

        viewer = self.viewer

        org_admin = self.org_admin

        org_user = self.org_user

        remove_logo = self.remove_logo

        soft_geocoding_limit = self.soft_geocoding_limit

        api_key: None | str
        api_key = self.api_key

        id = self.id

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

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        website: None | str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        twitter_username: None | str | Unset
        if isinstance(self.twitter_username, Unset):
            twitter_username = UNSET
        else:
            twitter_username = self.twitter_username

        available_for_hire: bool | None | Unset
        if isinstance(self.available_for_hire, Unset):
            available_for_hire = UNSET
        else:
            available_for_hire = self.available_for_hire

        role_display: None | str | Unset
        if isinstance(self.role_display, Unset):
            role_display = UNSET
        else:
            role_display = self.role_display

        quota_in_bytes: int | None | Unset
        if isinstance(self.quota_in_bytes, Unset):
            quota_in_bytes = UNSET
        else:
            quota_in_bytes = self.quota_in_bytes

        db_size_in_bytes: int | None | Unset
        if isinstance(self.db_size_in_bytes, Unset):
            db_size_in_bytes = UNSET
        else:
            db_size_in_bytes = self.db_size_in_bytes

        table_count = self.table_count

        public_visualization_count = self.public_visualization_count

        all_visualization_count = self.all_visualization_count

        basemaps = self.basemaps

        industry: None | str | Unset
        if isinstance(self.industry, Unset):
            industry = UNSET
        else:
            industry = self.industry

        company: None | str | Unset
        if isinstance(self.company, Unset):
            company = UNSET
        else:
            company = self.company

        company_employees: None | str | Unset
        if isinstance(self.company_employees, Unset):
            company_employees = UNSET
        else:
            company_employees = self.company_employees

        use_case: None | str | Unset
        if isinstance(self.use_case, Unset):
            use_case = UNSET
        else:
            use_case = self.use_case

        job_role: None | str | Unset
        if isinstance(self.job_role, Unset):
            job_role = UNSET
        else:
            job_role = self.job_role

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "name": name,
                "last_name": last_name,
                "avatar_url": avatar_url,
                "base_url": base_url,
                "google_maps_query_string": google_maps_query_string,
                "disqus_shortname": disqus_shortname,
                "viewer": viewer,
                "org_admin": org_admin,
                "org_user": org_user,
                "remove_logo": remove_logo,
                "soft_geocoding_limit": soft_geocoding_limit,
                "api_key": api_key,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if groups is not UNSET:
            field_dict["groups"] = groups
        if email is not UNSET:
            field_dict["email"] = email
        if website is not UNSET:
            field_dict["website"] = website
        if description is not UNSET:
            field_dict["description"] = description
        if location is not UNSET:
            field_dict["location"] = location
        if twitter_username is not UNSET:
            field_dict["twitter_username"] = twitter_username
        if available_for_hire is not UNSET:
            field_dict["available_for_hire"] = available_for_hire
        if role_display is not UNSET:
            field_dict["role_display"] = role_display
        if quota_in_bytes is not UNSET:
            field_dict["quota_in_bytes"] = quota_in_bytes
        if db_size_in_bytes is not UNSET:
            field_dict["db_size_in_bytes"] = db_size_in_bytes
        if table_count is not UNSET:
            field_dict["table_count"] = table_count
        if public_visualization_count is not UNSET:
            field_dict["public_visualization_count"] = public_visualization_count
        if all_visualization_count is not UNSET:
            field_dict["all_visualization_count"] = all_visualization_count
        if basemaps is not UNSET:
            field_dict["basemaps"] = basemaps
        if industry is not UNSET:
            field_dict["industry"] = industry
        if company is not UNSET:
            field_dict["company"] = company
        if company_employees is not UNSET:
            field_dict["company_employees"] = company_employees
        if use_case is not UNSET:
            field_dict["use_case"] = use_case
        if job_role is not UNSET:
            field_dict["job_role"] = job_role
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        d = require_object(src_dict)
        username = d.pop("username")

        name = cast("None | str", d.pop("name"))

        last_name = cast("None | str", d.pop("last_name"))

        avatar_url = cast("None | str", d.pop("avatar_url"))

        base_url = cast("None | str", d.pop("base_url"))

        google_maps_query_string = cast("None | str", d.pop("google_maps_query_string"))

        disqus_shortname = cast("None | str", d.pop("disqus_shortname"))

        viewer = d.pop("viewer")

        org_admin = d.pop("org_admin")

        org_user = d.pop("org_user")

        remove_logo = d.pop("remove_logo")

        soft_geocoding_limit = d.pop("soft_geocoding_limit")

        api_key = cast("None | str", d.pop("api_key"))

        id = d.pop("id", UNSET)

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

        email = cast("None | str | Unset", d.pop("email", UNSET))

        website = cast("None | str | Unset", d.pop("website", UNSET))

        description = cast("None | str | Unset", d.pop("description", UNSET))

        location = cast("None | str | Unset", d.pop("location", UNSET))

        twitter_username = cast("None | str | Unset", d.pop("twitter_username", UNSET))

        available_for_hire = cast("bool | None | Unset", d.pop("available_for_hire", UNSET))

        role_display = cast("None | str | Unset", d.pop("role_display", UNSET))

        quota_in_bytes = cast("int | None | Unset", d.pop("quota_in_bytes", UNSET))

        db_size_in_bytes = cast("int | None | Unset", d.pop("db_size_in_bytes", UNSET))

        table_count = d.pop("table_count", UNSET)

        public_visualization_count = d.pop("public_visualization_count", UNSET)

        all_visualization_count = d.pop("all_visualization_count", UNSET)

        basemaps = d.pop("basemaps", UNSET)

        industry = cast("None | str | Unset", d.pop("industry", UNSET))

        company = cast("None | str | Unset", d.pop("company", UNSET))

        company_employees = cast("None | str | Unset", d.pop("company_employees", UNSET))

        use_case = cast("None | str | Unset", d.pop("use_case", UNSET))

        job_role = cast("None | str | Unset", d.pop("job_role", UNSET))

        phone = cast("None | str | Unset", d.pop("phone", UNSET))

        organization_user = cls(
            username=username,
            name=name,
            last_name=last_name,
            avatar_url=avatar_url,
            base_url=base_url,
            google_maps_query_string=google_maps_query_string,
            disqus_shortname=disqus_shortname,
            viewer=viewer,
            org_admin=org_admin,
            org_user=org_user,
            remove_logo=remove_logo,
            soft_geocoding_limit=soft_geocoding_limit,
            api_key=api_key,
            id=id,
            groups=groups,
            email=email,
            website=website,
            description=description,
            location=location,
            twitter_username=twitter_username,
            available_for_hire=available_for_hire,
            role_display=role_display,
            quota_in_bytes=quota_in_bytes,
            db_size_in_bytes=db_size_in_bytes,
            table_count=table_count,
            public_visualization_count=public_visualization_count,
            all_visualization_count=all_visualization_count,
            basemaps=basemaps,
            industry=industry,
            company=company,
            company_employees=company_employees,
            use_case=use_case,
            job_role=job_role,
            phone=phone,
        )

        organization_user.additional_properties = d
        return organization_user
