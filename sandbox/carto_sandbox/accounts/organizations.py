"""People and their organizations: what the central application knows of an account besides its data."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, Protocol, TypeVar

QUOTA_BYTES = 5 * 1024**3
ORGANIZATION_QUOTA_BYTES = 100 * 1024**3
SEATS, VIEWER_SEATS = 100, 100


@dataclass
class Profile:
    """Who uses an account. ``email`` is made of the name unless it is set."""

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
class Organization(Generic[AnyMember]):
    """Accounts that may share with each other in one database; the first one owns it."""

    name: str
    database: str = ""
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    members: list[AnyMember] = field(default_factory=list)
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def owner(self) -> AnyMember:
        return self.members[0]

    def add(self, account: AnyMember) -> None:
        self.members.append(account)
        account.organization = self

    def remove(self, account: AnyMember) -> bool:
        """Whether nobody is left; otherwise the next one owns it, if it was the owner who went."""
        self.members.remove(account)
        account.organization = None
        return not self.members

    def is_admin(self, account: AnyMember) -> bool:
        return account is self.owner or (account in self.members and account.profile.org_admin)

    def find(self, identifier: str) -> AnyMember | None:
        """A member by user name or by UUID."""
        return next((member for member in self.members if identifier in (member.username, member.uuid)), None)
