# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `users`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.empty_object import EmptyObject
    from ...models.grantable_list import GrantableList
    from ...models.group import Group
    from ...models.group_list import GroupList
    from ...models.me import Me
    from ...models.me_deleted import MeDeleted
    from ...models.me_identity import MeIdentity
    from ...models.me_update_user import MeUpdateUser
    from ...models.mfa_created import MfaCreated
    from ...models.organization import Organization
    from ...models.organization_member_list import OrganizationMemberList
    from ...models.organization_user import OrganizationUser
    from ...models.user import User
    from ...models.user_profile import UserProfile
    from ...types import Unset

__all__ = ("AsyncUsersApi", "UsersApi")


class UsersApi:
    """The operations of `users`.

    The account of the caller, and members, groups and administration of an organization.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self, organization: str) -> builtins.list[OrganizationUser]:
        """List the members of an organization, for administrators.

        All members in full, **with their master keys**, as a bare list without pages. For owner and administrators,
        with their master key and on their own address. Exists in v2 only: the same path in v1 is `users.members`.
        An unknown organization, or a caller who is not an administrator: 401.

        Args:
            organization (str): Name or UUID of the organization.

        Returns:
            list[OrganizationUser]: The members.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_list import sync as _call

        return _call(client=self._client, organization=organization)

    def create(
        self,
        organization: str,
        username: str,
        *,
        email: str,
        password: str,
        quota_in_bytes: int | Unset = UNSET,
        viewer: bool | Unset = UNSET,
        org_admin: bool | Unset = UNSET,
        soft_geocoding_limit: str | Unset = UNSET,
        soft_here_isolines_limit: str | Unset = UNSET,
        soft_twitter_datasource_limit: str | Unset = UNSET,
        soft_mapzen_routing_limit: str | Unset = UNSET,
        force_password_change: bool | Unset = UNSET,
    ) -> OrganizationUser:
        """Create a member of an organization.

        For administrators. The account is made **in the background**: for seconds `users.read` can answer 404, and
        `api_key` can be null here. A name that is asked for twice within that time is 200 twice, and one of the two
        fails silently. The same under `/api/v1/`. Errors: **410** with a list of strings for invalid values
        (`["email is not present"]`), 401, 500 with bare text.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name.
            email (str): Address for mail.
            password (str): First password.
            quota_in_bytes (int | Unset): Storage that the account can use; more than 32 bits.
            viewer (bool | Unset): True for an account that can only read.
            org_admin (bool | Unset): True for an administrator; only the owner can set it.
            soft_geocoding_limit (str | Unset): Only the **text** `true` counts here; the JSON value true is
                ignored.
            soft_here_isolines_limit (str | Unset): Only the text `true` counts.
            soft_twitter_datasource_limit (str | Unset): Only the text `true` counts.
            soft_mapzen_routing_limit (str | Unset): Only the text `true` counts.
            force_password_change (bool | Unset): True makes the member choose another password at first; here only
                the JSON value counts, not the text.

        Returns:
            OrganizationUser: The member to be (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.organization_user_create_request import OrganizationUserCreateRequest
        from .users_create import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            organization=organization,
            body=OrganizationUserCreateRequest(
                username=username,
                email=email,
                password=password,
                quota_in_bytes=quota_in_bytes,
                viewer=viewer,
                org_admin=org_admin,
                soft_geocoding_limit=soft_geocoding_limit,
                soft_here_isolines_limit=soft_here_isolines_limit,
                soft_twitter_datasource_limit=soft_twitter_datasource_limit,
                soft_mapzen_routing_limit=soft_mapzen_routing_limit,
                force_password_change=force_password_change,
            ),
        )

    def read(self, organization: str, username: str) -> OrganizationUser:
        """Read a member of an organization.

        For administrators. The same under `/api/v1/`. Errors: 404 with bare text that claims to be JSON, 401.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.

        Returns:
            OrganizationUser: The member, with master key and without `id`.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_read import sync as _call

        return _call(client=self._client, organization=organization, username=username)

    def update(
        self,
        organization: str,
        username: str,
        *,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        quota_in_bytes: int | Unset = UNSET,
        viewer: bool | Unset = UNSET,
        org_admin: bool | Unset = UNSET,
        soft_geocoding_limit: bool | Unset = UNSET,
        soft_here_isolines_limit: bool | Unset = UNSET,
        soft_twitter_datasource_limit: bool | Unset = UNSET,
        soft_mapzen_routing_limit: bool | Unset = UNSET,
    ) -> OrganizationUser:
        """Change a member of an organization.

        For administrators; other administrators cannot be changed by them (401). The same under `/api/v1/`. Errors:
        **410** with bare text (`No update params provided`) if no known field was sent, 410 with a list of strings
        for what is invalid, 500 with bare text.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.
            email (str | Unset): Address for mail.
            password (str | Unset): New password.
            quota_in_bytes (int | Unset): Storage that the account can use; more than 32 bits.
            viewer (bool | Unset): True for an account that can only read.
            org_admin (bool | Unset): True for an administrator; only the owner can set it.
            soft_geocoding_limit (bool | Unset): Unlike in the creation, true counts as well as the text `true` or
                `1`.
            soft_here_isolines_limit (bool | Unset): As `soft_geocoding_limit`.
            soft_twitter_datasource_limit (bool | Unset): As `soft_geocoding_limit`.
            soft_mapzen_routing_limit (bool | Unset): As `soft_geocoding_limit`.

        Returns:
            OrganizationUser: The member after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.organization_user_update_request import OrganizationUserUpdateRequest
        from .users_update import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            organization=organization,
            username=username,
            body=OrganizationUserUpdateRequest(
                email=email,
                password=password,
                quota_in_bytes=quota_in_bytes,
                viewer=viewer,
                org_admin=org_admin,
                soft_geocoding_limit=soft_geocoding_limit,
                soft_here_isolines_limit=soft_here_isolines_limit,
                soft_twitter_datasource_limit=soft_twitter_datasource_limit,
                soft_mapzen_routing_limit=soft_mapzen_routing_limit,
            ),
        )

    def delete(self, organization: str, username: str, *, force: str | Unset = UNSET) -> None:
        """Delete a member of an organization.

        For administrators. The same under `/api/v1/`. **The answer is text without quotes** although its
        Content-Type is `application/json`, so no JSON parser reads it. The owner, and members whose data are shared
        with others, cannot be deleted (401 with an empty body).

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.
            force (str | Unset): Anything at all skips the check for shared data.

        Returns:
            None: It is being deleted. The body is the bare text `User deleted`.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_delete import sync as _call

        _call(client=self._client, organization=organization, username=username, force=force)

    def mfa_read(self, organization: str, username: str, *, mfa_type: str) -> Any:
        """Read the multi-factor authentication of a member.

        For administrators. The content of the answer was never observed.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.
            mfa_type (str): Kind of second factor, `totp`.

        Returns:
            Any: JSON of any form.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_mfa_read import sync as _call

        return _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    def mfa_create(self, organization: str, username: str, *, mfa_type: str) -> MfaCreated:
        """Require multi-factor authentication of a member.

        For administrators. 422 if it is on already.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.
            mfa_type (str): Kind of second factor, `totp`.

        Returns:
            MfaCreated: It is on.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_mfa_create import sync as _call

        return _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    def mfa_delete(self, organization: str, username: str, *, mfa_type: str) -> None:
        """Remove the multi-factor authentication of a member.

        For administrators. 422 if there is none.

        Args:
            organization (str): Name or UUID of the organization.
            username (str): Account name of the member.
            mfa_type (str): Kind of second factor, `totp`.

        Returns:
            None: It is off.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_mfa_delete import sync as _call

        _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    def members(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> OrganizationMemberList:
        """List the members of an organization, for members.

        One page of members, without keys. The organization must be given **by UUID**; an unknown one gives 401.
        `total_entries` counts the page only; the count of all is `total_user_entries`.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            q (str | Unset): Part of a name or address.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Members per page, from 1; 50 by default.
            order (str | Unset): `username` or `updated_at`.

        Returns:
            OrganizationMemberList: One page.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_members import sync as _call

        return _call(
            client=self._client, organization_id=organization_id, q=q, page=page, per_page=per_page, order=order
        )

    def grantables(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> GrantableList:
        """List the users and groups of an organization to share with.

        One page of those whom `permissions` can name. Errors: 400 `{"errors": ...}`, 500 for an unknown
        organization.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            q (str | Unset): Part of the name.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Users and groups per page, from 1; 20 by default.
            order (str | Unset): `id`, `name`, `type`, `avatar_url`, `organization_id` or `updated_at`; `updated_at`
                by default.

        Returns:
            GrantableList: One page.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_grantables import sync as _call

        return _call(
            client=self._client, organization_id=organization_id, q=q, page=page, per_page=per_page, order=order
        )

    def groups_list(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> GroupList:
        """List the groups of an organization.

        For members; groups are part of enterprise plans.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            q (str | Unset): Part of the name.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Groups per page, from 1; 20 by default.
            order (str | Unset): Sort key.
            fetch_shared_tables_count (bool | Unset): True adds `shared_tables_count`.
            fetch_shared_maps_count (bool | Unset): True adds `shared_maps_count`.
            fetch_users (bool | Unset): True adds `users`.

        Returns:
            GroupList: One page.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_groups_list import sync as _call

        return _call(
            client=self._client,
            organization_id=organization_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    def groups_create(self, organization_id: str, display_name: str) -> Group:
        """Create a group.

        For administrators (400 otherwise); no password is asked for. Errors: 422 if there is one of that name, 500
        without a name.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            display_name (str): Name for people; `name` is made from it.

        Returns:
            Group: The group (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.group_request import GroupRequest
        from .users_groups_create import sync as _call

        return _call(client=self._client, organization_id=organization_id, body=GroupRequest(display_name=display_name))

    def groups_read(
        self,
        organization_id: str,
        group_id: str,
        *,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> Group:
        """Read a group.

        For members.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            fetch_shared_tables_count (bool | Unset): True adds `shared_tables_count`.
            fetch_shared_maps_count (bool | Unset): True adds `shared_maps_count`.
            fetch_users (bool | Unset): True adds `users`.

        Returns:
            Group: The group.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_groups_read import sync as _call

        return _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    def groups_update(self, organization_id: str, group_id: str, *, display_name: str) -> Group:
        """Rename a group.

        For administrators (400 otherwise); no password is asked for. Errors: 409 if there is one of that name.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            display_name (str): Name for people; `name` is made from it.

        Returns:
            Group: The group after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.group_request import GroupRequest
        from .users_groups_update import sync as _call

        return _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupRequest(display_name=display_name),
        )

    def groups_delete(self, organization_id: str, group_id: str, *, password_confirmation: str | Unset = UNSET) -> None:
        """Delete a group.

        For administrators (400 otherwise). Needs the password of the administrator (`password_confirmation`):
        without it 403 `{"message": ..., "errors": [...]}`.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            password_confirmation (str | Unset): Password of the caller; 403 without it.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.group_password_confirmation import GroupPasswordConfirmation
        from .users_groups_delete import sync as _call

        password_confirmation = hide(password_confirmation)
        _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupPasswordConfirmation(password_confirmation=password_confirmation),
        )

    def groups_members(
        self,
        organization_id: str,
        group_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> OrganizationMemberList:
        """List the members of a group.

        As `users.members`, those of the group only.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            q (str | Unset): Part of a name or address.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Members per page, from 1; 50 by default.
            order (str | Unset): `username` or `updated_at`.

        Returns:
            OrganizationMemberList: One page.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_groups_members import sync as _call

        return _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
        )

    def groups_add(
        self,
        organization_id: str,
        group_id: str,
        *,
        users: builtins.list[str],
        password_confirmation: str | Unset = UNSET,
    ) -> EmptyObject:
        """Add members to a group.

        For administrators (400 otherwise). Needs the password of the administrator (`password_confirmation`):
        without it 403 `{"message": ..., "errors": [...]}`. `user_id` in place of `users` names a single member; 500
        for an unknown one.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            users (list[str]): UUIDs of members of the organization.
            password_confirmation (str | Unset): Password of the caller; 403 without it.

        Returns:
            EmptyObject: They are in it.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.group_members_request import GroupMembersRequest
        from .users_groups_add import sync as _call

        password_confirmation = hide(password_confirmation)
        return _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupMembersRequest(users=users, password_confirmation=password_confirmation),
        )

    def groups_remove(
        self, organization_id: str, group_id: str, *, user_id: str, password_confirmation: str | Unset = UNSET
    ) -> EmptyObject:
        """Remove a member from a group.

        For administrators (400 otherwise). Needs the password of the administrator (`password_confirmation`):
        without it 403 `{"message": ..., "errors": [...]}`.

        Args:
            organization_id (str): UUID of the organization; its name will not do.
            group_id (str): UUID of the group.
            user_id (str): UUID of the member.
            password_confirmation (str | Unset): Password of the caller; 403 without it.

        Returns:
            EmptyObject: The member is out of it.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.group_password_confirmation import GroupPasswordConfirmation
        from .users_groups_remove import sync as _call

        password_confirmation = hide(password_confirmation)
        return _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            user_id=user_id,
            body=GroupPasswordConfirmation(password_confirmation=password_confirmation),
        )

    def me_profile(self, user_id: str) -> UserProfile:
        """Read the caller's own account, with quotas and limits.

        The account is the owner of the key, independent of the path. Needs the master key, which is part of the
        answer.

        Args:
            user_id (str): Anything; **it is ignored**.

        Returns:
            UserProfile: The account.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_me_profile import sync as _call

        return _call(client=self._client, user_id=user_id)

    def groups_of_user(
        self,
        user_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> GroupList:
        """List the groups that a member is in.

        For members of the organization. As `users.groups_list`, those of one member.

        Args:
            user_id (str): UUID of the member.
            q (str | Unset): Part of the name.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Groups per page, from 1; 20 by default.
            order (str | Unset): Sort key.
            fetch_shared_tables_count (bool | Unset): True adds `shared_tables_count`.
            fetch_shared_maps_count (bool | Unset): True adds `shared_maps_count`.
            fetch_users (bool | Unset): True adds `users`.

        Returns:
            GroupList: One page.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_groups_of_user import sync as _call

        return _call(
            client=self._client,
            user_id=user_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    def organization(self) -> Organization:
        """Read the caller's organization.

        The slash at the end is as CARTO declares it; without it the answer is the same.

        Returns:
            Organization: The organization, or `{}` if there is none.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_organization import sync as _call

        return _call(client=self._client)

    def me_read(self) -> Me:
        """Read what the dashboard needs.

        A key is optional, and **a wrong one is not refused**: as without one, only `user_frontend_version` and
        `config` come. `upgrade_url` is text or false.

        Returns:
            Me: The account and the platform.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_me_read import sync as _call

        return _call(client=self._client)

    def me_update(self, user: MeUpdateUser | Mapping[str, Any]) -> User:
        """Change the caller's own account.

        Accounts with a password must repeat it (403 otherwise). Errors: 400 or 403 `{"message": ..., "errors":
        {field: [...]}}`, 422 `{"errors": ...}`.

        Args:
            user (MeUpdateUser | Mapping[str, Any]): Fields of the account to change, and the password that allows
                it.

        Returns:
            User: The account after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.me_update_request import MeUpdateRequest
        from .users_me_update import sync as _call

        return _call(client=self._client, body=MeUpdateRequest(user=cast("MeUpdateUser", user)))

    def me_delete(self, *, deletion_password_confirmation: str | Unset = UNSET) -> MeDeleted:
        """Delete the caller's own account.

        With all its data. Errors: 400 or 403 `{"message": ..., "errors": ...}`, 422 `{"errors": ...}`.

        Args:
            deletion_password_confirmation (str | Unset): Password of the account, if it has one.

        Returns:
            MeDeleted: The account is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.me_delete_request import MeDeleteRequest
        from .users_me_delete import sync as _call

        deletion_password_confirmation = hide(deletion_password_confirmation)
        return _call(
            client=self._client, body=MeDeleteRequest(deletion_password_confirmation=deletion_password_confirmation)
        )

    def me_identity(self) -> MeIdentity:
        """Read who the caller is.

        Any key will do. The master key, and keys with the grant `user` of `profile`, also see name, picture,
        region, groups and the owner of the organization.

        Returns:
            MeIdentity: The caller.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .users_me_identity import sync as _call

        return _call(client=self._client)


@documented_by(UsersApi)
class AsyncUsersApi:
    """The operations of `users`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self, organization: str) -> builtins.list[OrganizationUser]:
        """List the members of an organization, for administrators: see `UsersApi.list`."""
        from .users_list import asyncio as _call

        return await _call(client=self._client, organization=organization)

    async def create(
        self,
        organization: str,
        username: str,
        *,
        email: str,
        password: str,
        quota_in_bytes: int | Unset = UNSET,
        viewer: bool | Unset = UNSET,
        org_admin: bool | Unset = UNSET,
        soft_geocoding_limit: str | Unset = UNSET,
        soft_here_isolines_limit: str | Unset = UNSET,
        soft_twitter_datasource_limit: str | Unset = UNSET,
        soft_mapzen_routing_limit: str | Unset = UNSET,
        force_password_change: bool | Unset = UNSET,
    ) -> OrganizationUser:
        """Create a member of an organization: see `UsersApi.create`."""
        from ...models.organization_user_create_request import OrganizationUserCreateRequest
        from .users_create import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            organization=organization,
            body=OrganizationUserCreateRequest(
                username=username,
                email=email,
                password=password,
                quota_in_bytes=quota_in_bytes,
                viewer=viewer,
                org_admin=org_admin,
                soft_geocoding_limit=soft_geocoding_limit,
                soft_here_isolines_limit=soft_here_isolines_limit,
                soft_twitter_datasource_limit=soft_twitter_datasource_limit,
                soft_mapzen_routing_limit=soft_mapzen_routing_limit,
                force_password_change=force_password_change,
            ),
        )

    async def read(self, organization: str, username: str) -> OrganizationUser:
        """Read a member of an organization: see `UsersApi.read`."""
        from .users_read import asyncio as _call

        return await _call(client=self._client, organization=organization, username=username)

    async def update(
        self,
        organization: str,
        username: str,
        *,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        quota_in_bytes: int | Unset = UNSET,
        viewer: bool | Unset = UNSET,
        org_admin: bool | Unset = UNSET,
        soft_geocoding_limit: bool | Unset = UNSET,
        soft_here_isolines_limit: bool | Unset = UNSET,
        soft_twitter_datasource_limit: bool | Unset = UNSET,
        soft_mapzen_routing_limit: bool | Unset = UNSET,
    ) -> OrganizationUser:
        """Change a member of an organization: see `UsersApi.update`."""
        from ...models.organization_user_update_request import OrganizationUserUpdateRequest
        from .users_update import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            organization=organization,
            username=username,
            body=OrganizationUserUpdateRequest(
                email=email,
                password=password,
                quota_in_bytes=quota_in_bytes,
                viewer=viewer,
                org_admin=org_admin,
                soft_geocoding_limit=soft_geocoding_limit,
                soft_here_isolines_limit=soft_here_isolines_limit,
                soft_twitter_datasource_limit=soft_twitter_datasource_limit,
                soft_mapzen_routing_limit=soft_mapzen_routing_limit,
            ),
        )

    async def delete(self, organization: str, username: str, *, force: str | Unset = UNSET) -> None:
        """Delete a member of an organization: see `UsersApi.delete`."""
        from .users_delete import asyncio as _call

        await _call(client=self._client, organization=organization, username=username, force=force)

    async def mfa_read(self, organization: str, username: str, *, mfa_type: str) -> Any:
        """Read the multi-factor authentication of a member: see `UsersApi.mfa_read`."""
        from .users_mfa_read import asyncio as _call

        return await _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    async def mfa_create(self, organization: str, username: str, *, mfa_type: str) -> MfaCreated:
        """Require multi-factor authentication of a member: see `UsersApi.mfa_create`."""
        from .users_mfa_create import asyncio as _call

        return await _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    async def mfa_delete(self, organization: str, username: str, *, mfa_type: str) -> None:
        """Remove the multi-factor authentication of a member: see `UsersApi.mfa_delete`."""
        from .users_mfa_delete import asyncio as _call

        await _call(client=self._client, organization=organization, username=username, mfa_type=mfa_type)

    async def members(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> OrganizationMemberList:
        """List the members of an organization, for members: see `UsersApi.members`."""
        from .users_members import asyncio as _call

        return await _call(
            client=self._client, organization_id=organization_id, q=q, page=page, per_page=per_page, order=order
        )

    async def grantables(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> GrantableList:
        """List the users and groups of an organization to share with: see `UsersApi.grantables`."""
        from .users_grantables import asyncio as _call

        return await _call(
            client=self._client, organization_id=organization_id, q=q, page=page, per_page=per_page, order=order
        )

    async def groups_list(
        self,
        organization_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> GroupList:
        """List the groups of an organization: see `UsersApi.groups_list`."""
        from .users_groups_list import asyncio as _call

        return await _call(
            client=self._client,
            organization_id=organization_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    async def groups_create(self, organization_id: str, display_name: str) -> Group:
        """Create a group: see `UsersApi.groups_create`."""
        from ...models.group_request import GroupRequest
        from .users_groups_create import asyncio as _call

        return await _call(
            client=self._client, organization_id=organization_id, body=GroupRequest(display_name=display_name)
        )

    async def groups_read(
        self,
        organization_id: str,
        group_id: str,
        *,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> Group:
        """Read a group: see `UsersApi.groups_read`."""
        from .users_groups_read import asyncio as _call

        return await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    async def groups_update(self, organization_id: str, group_id: str, *, display_name: str) -> Group:
        """Rename a group: see `UsersApi.groups_update`."""
        from ...models.group_request import GroupRequest
        from .users_groups_update import asyncio as _call

        return await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupRequest(display_name=display_name),
        )

    async def groups_delete(
        self, organization_id: str, group_id: str, *, password_confirmation: str | Unset = UNSET
    ) -> None:
        """Delete a group: see `UsersApi.groups_delete`."""
        from ...models.group_password_confirmation import GroupPasswordConfirmation
        from .users_groups_delete import asyncio as _call

        password_confirmation = hide(password_confirmation)
        await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupPasswordConfirmation(password_confirmation=password_confirmation),
        )

    async def groups_members(
        self,
        organization_id: str,
        group_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
    ) -> OrganizationMemberList:
        """List the members of a group: see `UsersApi.groups_members`."""
        from .users_groups_members import asyncio as _call

        return await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
        )

    async def groups_add(
        self,
        organization_id: str,
        group_id: str,
        *,
        users: builtins.list[str],
        password_confirmation: str | Unset = UNSET,
    ) -> EmptyObject:
        """Add members to a group: see `UsersApi.groups_add`."""
        from ...models.group_members_request import GroupMembersRequest
        from .users_groups_add import asyncio as _call

        password_confirmation = hide(password_confirmation)
        return await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            body=GroupMembersRequest(users=users, password_confirmation=password_confirmation),
        )

    async def groups_remove(
        self, organization_id: str, group_id: str, *, user_id: str, password_confirmation: str | Unset = UNSET
    ) -> EmptyObject:
        """Remove a member from a group: see `UsersApi.groups_remove`."""
        from ...models.group_password_confirmation import GroupPasswordConfirmation
        from .users_groups_remove import asyncio as _call

        password_confirmation = hide(password_confirmation)
        return await _call(
            client=self._client,
            organization_id=organization_id,
            group_id=group_id,
            user_id=user_id,
            body=GroupPasswordConfirmation(password_confirmation=password_confirmation),
        )

    async def me_profile(self, user_id: str) -> UserProfile:
        """Read the caller's own account, with quotas and limits: see `UsersApi.me_profile`."""
        from .users_me_profile import asyncio as _call

        return await _call(client=self._client, user_id=user_id)

    async def groups_of_user(
        self,
        user_id: str,
        *,
        q: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        fetch_shared_tables_count: bool | Unset = UNSET,
        fetch_shared_maps_count: bool | Unset = UNSET,
        fetch_users: bool | Unset = UNSET,
    ) -> GroupList:
        """List the groups that a member is in: see `UsersApi.groups_of_user`."""
        from .users_groups_of_user import asyncio as _call

        return await _call(
            client=self._client,
            user_id=user_id,
            q=q,
            page=page,
            per_page=per_page,
            order=order,
            fetch_shared_tables_count=fetch_shared_tables_count,
            fetch_shared_maps_count=fetch_shared_maps_count,
            fetch_users=fetch_users,
        )

    async def organization(self) -> Organization:
        """Read the caller's organization: see `UsersApi.organization`."""
        from .users_organization import asyncio as _call

        return await _call(client=self._client)

    async def me_read(self) -> Me:
        """Read what the dashboard needs: see `UsersApi.me_read`."""
        from .users_me_read import asyncio as _call

        return await _call(client=self._client)

    async def me_update(self, user: MeUpdateUser | Mapping[str, Any]) -> User:
        """Change the caller's own account: see `UsersApi.me_update`."""
        from ...models.me_update_request import MeUpdateRequest
        from .users_me_update import asyncio as _call

        return await _call(client=self._client, body=MeUpdateRequest(user=cast("MeUpdateUser", user)))

    async def me_delete(self, *, deletion_password_confirmation: str | Unset = UNSET) -> MeDeleted:
        """Delete the caller's own account: see `UsersApi.me_delete`."""
        from ...models.me_delete_request import MeDeleteRequest
        from .users_me_delete import asyncio as _call

        deletion_password_confirmation = hide(deletion_password_confirmation)
        return await _call(
            client=self._client, body=MeDeleteRequest(deletion_password_confirmation=deletion_password_confirmation)
        )

    async def me_identity(self) -> MeIdentity:
        """Read who the caller is: see `UsersApi.me_identity`."""
        from .users_me_identity import asyncio as _call

        return await _call(client=self._client)
