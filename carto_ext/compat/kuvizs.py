"""Kuvizs: HTML pages published in the account."""

from typing import Any

from carto_ext._sync.lists import check_type
from carto_ext.compat.exceptions import wrapped_errors
from carto_ext.compat.fields import PasswordAndPrivacyFields
from carto_ext.compat.resources import Manager, WarnResource

IF_EXISTS_FAIL, IF_EXISTS_REPLACE = "fail", "replace"


class Kuviz(WarnResource, collection_endpoint="api/v4/kuviz/"):
    """One page; `data` takes HTML, `password` makes it private."""

    _fields = "created_at data:Base64Encoded id if_exists name privacy updated_at url"
    password = PasswordAndPrivacyFields()

    def save(self, force_create: bool = False, fields: Any = None) -> Any:
        if self.get_id() is not None and not force_create:
            self._check_type()
        return super().save(force_create, fields)

    def delete(self) -> Any:
        self._check_type()
        return super().delete()

    def _check_type(self) -> None:
        """Check the id: CARTO would also change or delete a dataset with this id."""
        with wrapped_errors():
            check_type(self.client.carto._client, self.get_id(), "kuviz")


class KuvizManager(Manager, resource_class=Kuviz, json_collection_attribute="visualizations"):
    """The account's pages."""

    def get(self, id: Any) -> Any:
        """Return the page with this id from the list, because CARTO has no call for a single one. None if missing."""
        return next((kuviz for kuviz in self.all() if kuviz.id == id), None)

    def create(self, html: str, name: str, password: str | None = None, if_exists: str = IF_EXISTS_FAIL) -> Any:
        return super().create(data=html, name=name, password=password, if_exists=if_exists)
