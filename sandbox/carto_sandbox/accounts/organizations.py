"""People and their organizations: what the central application knows of an account besides its data."""

import random
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, Protocol, TypeVar

QUOTA_BYTES = 5 * 1024**3
ORGANIZATION_QUOTA_BYTES = 100 * 1024**3
SEATS, VIEWER_SEATS = 100, 100
_AVATARS = ("ghost", "marker", "mountains", "pacman", "planet", "star", "stars", "heart")
_COLOURS = ("green", "orange", "red", "yellow")


def make_auth_token() -> str:
    """Opens named maps of what its bearer may read."""
    return secrets.token_urlsafe(16)


def _choose_avatar() -> str:
    name = f"avatar_{random.choice(_AVATARS)}_{random.choice(_COLOURS)}.png"
    return f"/assets/unversioned/images/avatars/{name}"


@dataclass
class Profile:
    """The user of an account. ``email`` is made from the name by default."""

    email: str
    name: str | None = None
    last_name: str | None = None
    website: str | None = None
    description: str | None = None
    location: str | None = None
    twitter_username: str | None = None
    disqus_shortname: str | None = None
    available_for_hire: bool = False
    industry: str | None = None
    company_employees: str | None = None
    use_case: str | None = None
    company: str | None = None
    phone: str | None = None
    job_role: str | None = None
    quota_in_bytes: int = QUOTA_BYTES
    max_import_file_size: int | None = None  # in bytes; CARTO's own default is 150 MiB
    table_quota: int | None = None
    viewer: bool = False
    org_admin: bool = False
    soft_geocoding_limit: bool = False
    password: str | None = None
    avatar_url: str = field(default_factory=_choose_avatar)
    auth_token: str = field(default_factory=make_auth_token)
    # Settings that only CARTO's staff can change: a plan, or a state in which an account is refused.
    private_tables: bool = True
    private_maps: bool = True
    sync_tables: bool = True
    is_locked: bool = False
    is_in_maintenance: bool = False
    is_unverified: bool = False  # the mail sent more than a week ago was never answered
    is_activated: bool = True
    mfa_required: bool = False
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))


class Member(Protocol):
    """The part of an account that an organization looks at."""

    username: str
    uuid: str
    profile: Profile
    organization: Any


AnyMember = TypeVar("AnyMember", bound=Member)


@dataclass(eq=False)
class Group(Generic[AnyMember]):
    """Members of an organization with whom something is shared at once."""

    name: str
    display_name: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    members: list[AnyMember] = field(default_factory=list)
    auth_token: str = field(default_factory=make_auth_token)
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(eq=False)
class Organization(Generic[AnyMember]):
    """Accounts that may share with each other in one database; the first one owns it."""

    name: str
    database: str = ""
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    members: list[AnyMember] = field(default_factory=list)
    groups: list[Group[AnyMember]] = field(default_factory=list)
    display_name: str | None = None
    quota_in_bytes: int = ORGANIZATION_QUOTA_BYTES
    seats: int = SEATS
    viewer_seats: int = VIEWER_SEATS
    auth_token: str = field(default_factory=make_auth_token)
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def owner(self) -> AnyMember:
        return self.members[0]

    def add(self, account: AnyMember) -> None:
        self.members.append(account)
        account.organization = self

    def remove(self, account: AnyMember) -> bool:
        """Remove a member; the next one becomes owner if the owner left. Returns True if the organization is empty."""
        self.members.remove(account)
        for group in self.groups_of(account):
            group.members.remove(account)
        account.organization = None
        return not self.members

    @property
    def unassigned_quota(self) -> int:
        return self.quota_in_bytes - sum(member.profile.quota_in_bytes for member in self.members)

    def groups_of(self, account: AnyMember) -> list[Group[AnyMember]]:
        return [group for group in self.groups if account in group.members]

    def is_admin(self, account: AnyMember) -> bool:
        return account is self.owner or (account in self.members and account.profile.org_admin)

    def find(self, identifier: str) -> AnyMember | None:
        """A member by user name or by UUID."""
        return next((member for member in self.members if identifier in (member.username, member.uuid)), None)
