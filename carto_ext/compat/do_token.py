"""Tokens for the Data Observatory."""

from typing import Any

from carto_ext.compat.resources import Manager, WarnResource


class DoToken(WarnResource, collection_endpoint="api/v4/do/", name_field="access_token"):
    """A token and the projects it opens."""

    _fields = """access_token bq_dataset bq_project bq_public_project gcp_execution_project gcs_bucket
        instant_licensing"""


class DoTokenManager(Manager, resource_class=DoToken):
    """Gives the account's token."""

    def get(self, resource_id: Any = "token") -> Any:
        return super().get(resource_id)
