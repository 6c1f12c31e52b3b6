"""Users of an organization."""

from typing import Any

from carto_ext.compat.exceptions import CartoException
from carto_ext.compat.resources import Manager, WarnResource


class User(WarnResource, id_field="username", name_field="username"):
    """One user of the client's organization; without an organization, the client's own profile."""

    _fields = """all_visualization_count available_for_hire avatar_url base_url db_size_in_bytes description
        disqus_shortname email google_maps_query_string last_name location name org_admin org_user password
        public_visualization_count quota_in_bytes remove_logo soft_geocoding_limit table_count twitter_username
        username viewer website"""

    def get_collection_endpoint(self) -> str:
        organization = self.client.organization
        return f"api/v1/organization/{organization}/users/" if organization else "api/v1/users/"


class UserManager(Manager, resource_class=User):
    """The users of the client's organization."""

    def filter(self, **search_args: Any) -> Any:
        """All users, in one answer."""
        if not (organization := self.client.organization):
            raise CartoException("Only an organization has a list of users: give the client its organization")
        users = self._read(f"api/v2/organization/{organization}/users", params=search_args)
        return [self._filled(user) for user in users]
