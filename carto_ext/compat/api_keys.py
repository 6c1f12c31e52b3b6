"""API keys."""

from typing import Any

from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.fields import GrantsField
from carto_ext.compat.resources import Manager, Resource

API_SQL, API_MAPS = "sql", "maps"
PERMISSION_INSERT, PERMISSION_SELECT, PERMISSION_UPDATE, PERMISSION_DELETE = "insert", "select", "update", "delete"
SERVICE_GEOCODING, SERVICE_ROUTING = "geocoding", "routing"
SERVICE_ISOLINES, SERVICE_OBSERVATORY = "isolines", "observatory"


class TableGrant(Resource):
    """A key's rights on one table."""

    _fields = "name permissions schema"

    def to_json(self) -> dict[str, Any]:
        return {"schema": self.schema, "name": self.name, "permissions": self.permissions}


class Grants(Resource):
    """All rights of a key."""

    _fields = "apis services tables:TableGrant*"

    def get_id(self) -> list[dict[str, Any]]:
        """The grants in the server's form."""
        listed = {name: getattr(self, name) or [] for name in self.fields}
        listed["tables"] = [table.to_json() for table in listed["tables"]]
        return [{"type": kind, name: listed[name]} for name, kind in GrantsField.type_field.items()]


class APIKey(Resource, collection_endpoint="api/v3/api_keys/", id_field="name", name_field="name"):
    """One key, known by its name."""

    _fields = "created_at grants:Grants name token type updated_at"

    def regenerate_token(self) -> None:
        """Replace `token`. The server refuses the old one at once."""
        with wrapped_errors():
            self.send(f"{self.get_resource_endpoint()}/token/regenerate", "POST")

    def delete(self) -> Any:
        with wrapped_errors():
            return super().delete()


class APIKeyManager(Manager, resource_class=APIKey, json_collection_attribute="result"):
    """The account's keys."""

    def create(self, name: str, apis: Any = ("sql", "maps"), tables: Any = None, services: Any = None) -> Any:
        """Create a key; `tables` are dicts (schema, name, permissions) or TableGrant objects."""
        if not apis:
            raise CartoException(f"'apis' is empty: name what the key is for, for example {[API_SQL, API_MAPS]}")
        grants = Grants(self.client, apis=list(apis), tables=tables, services=services).get_id()
        json = {"name": name, "grants": [grant for grant in grants if all(grant.values())]}
        key = self.resource_class(self.client)
        key.send(self.get_collection_endpoint(), "post", json=json)
        return key
