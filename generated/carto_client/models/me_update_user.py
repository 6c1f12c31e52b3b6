# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeUpdateUser(Extensible[Any]):
    """Fields of the account to change, and the password that allows it."""

    password_confirmation: str | Unset = UNSET
    """ Password that the account has now, if it has one. """
    email: str | Unset = UNSET
    """ Address for mail. """
    new_password: str | Unset = UNSET
    """ New password. """
    confirm_password: str | Unset = UNSET
    """ New password again. """
    name: str | Unset = UNSET
    """ First name. """
    last_name: str | Unset = UNSET
    """ Last name. """
    avatar_url: str | Unset = UNSET
    """ Picture. """
    website: str | Unset = UNSET
    """ Site of the user. """
    description: str | Unset = UNSET
    """ Text about the user. """
    location: str | Unset = UNSET
    """ Where the user is. """
    twitter_username: str | Unset = UNSET
    """ Name at Twitter. """
    disqus_shortname: str | Unset = UNSET
    """ Name at Disqus. """
    available_for_hire: bool | Unset = UNSET
    """ True if the user is looking for work. """
    industry: str | Unset = UNSET
    """ Part of the profile. """
    company: str | Unset = UNSET
    """ Part of the profile. """
    company_employees: str | Unset = UNSET
    """ Part of the profile. """
    use_case: str | Unset = UNSET
    """ Part of the profile. """
    job_role: str | Unset = UNSET
    """ Part of the profile. """
    phone: str | Unset = UNSET
    """ Part of the profile. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        password_confirmation = self.password_confirmation

        email = self.email

        new_password = self.new_password

        confirm_password = self.confirm_password

        name = self.name

        last_name = self.last_name

        avatar_url = self.avatar_url

        website = self.website

        description = self.description

        location = self.location

        twitter_username = self.twitter_username

        disqus_shortname = self.disqus_shortname

        available_for_hire = self.available_for_hire

        industry = self.industry

        company = self.company

        company_employees = self.company_employees

        use_case = self.use_case

        job_role = self.job_role

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if password_confirmation is not UNSET:
            field_dict["password_confirmation"] = password_confirmation
        if email is not UNSET:
            field_dict["email"] = email
        if new_password is not UNSET:
            field_dict["new_password"] = new_password
        if confirm_password is not UNSET:
            field_dict["confirm_password"] = confirm_password
        if name is not UNSET:
            field_dict["name"] = name
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if website is not UNSET:
            field_dict["website"] = website
        if description is not UNSET:
            field_dict["description"] = description
        if location is not UNSET:
            field_dict["location"] = location
        if twitter_username is not UNSET:
            field_dict["twitter_username"] = twitter_username
        if disqus_shortname is not UNSET:
            field_dict["disqus_shortname"] = disqus_shortname
        if available_for_hire is not UNSET:
            field_dict["available_for_hire"] = available_for_hire
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
        d = require_object(src_dict)
        password_confirmation = d.pop("password_confirmation", UNSET)

        email = d.pop("email", UNSET)

        new_password = d.pop("new_password", UNSET)

        confirm_password = d.pop("confirm_password", UNSET)

        name = d.pop("name", UNSET)

        last_name = d.pop("last_name", UNSET)

        avatar_url = d.pop("avatar_url", UNSET)

        website = d.pop("website", UNSET)

        description = d.pop("description", UNSET)

        location = d.pop("location", UNSET)

        twitter_username = d.pop("twitter_username", UNSET)

        disqus_shortname = d.pop("disqus_shortname", UNSET)

        available_for_hire = d.pop("available_for_hire", UNSET)

        industry = d.pop("industry", UNSET)

        company = d.pop("company", UNSET)

        company_employees = d.pop("company_employees", UNSET)

        use_case = d.pop("use_case", UNSET)

        job_role = d.pop("job_role", UNSET)

        phone = d.pop("phone", UNSET)

        me_update_user = cls(
            password_confirmation=password_confirmation,
            email=email,
            new_password=new_password,
            confirm_password=confirm_password,
            name=name,
            last_name=last_name,
            avatar_url=avatar_url,
            website=website,
            description=description,
            location=location,
            twitter_username=twitter_username,
            disqus_shortname=disqus_shortname,
            available_for_hire=available_for_hire,
            industry=industry,
            company=company,
            company_employees=company_employees,
            use_case=use_case,
            job_role=job_role,
            phone=phone,
        )

        me_update_user.additional_properties = d
        return me_update_user
