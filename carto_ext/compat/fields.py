"""The attributes of resources. Attributes that the server does not send are None."""

import base64
import pkgutil
import re
from contextlib import suppress
from datetime import datetime
from typing import Any


class Field:
    """A plain value of any JSON type. `many` says that it is a list of them."""

    name = ""

    def __init__(self, many: bool = False) -> None:
        self.many = many

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else instance.__dict__.get(self.name)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.name] = value


BooleanField = IntegerField = FloatField = CharField = DictField = Field


class DateTimeField(Field):
    """A datetime in any of CARTO's forms. Other texts stay texts."""

    def __set__(self, instance: Any, value: Any) -> None:
        with suppress(ValueError):
            value = datetime.fromisoformat(value.replace(" UTC", "+00:00")) if isinstance(value, str) else value
        super().__set__(instance, value)


class ResourceField(Field):
    """A nested resource of `value_class`, given as a dict or by its id. By default one without values."""

    value_class: Any = "carto.resources.Resource"

    def __set__(self, instance: Any, value: Any) -> None:
        nested = [self._nested(instance, one) for one in value or []] if self.many else self._nested(instance, value)
        super().__set__(instance, nested)

    def _nested(self, instance: Any, value: Any) -> Any:
        resource_class = self.real_class()
        if isinstance(value, resource_class):
            return value
        resource = resource_class(instance.client)
        resource.update_from_dict(value)
        return resource

    def real_class(self) -> Any:
        if not isinstance(self.value_class, str):
            return self.value_class
        return pkgutil.resolve_name(re.sub(r"^carto\.", "carto_ext.compat.", self.value_class))


def _field_of(path: str) -> Any:
    about = {"value_class": f"carto.{path}", "__doc__": f"carto.{path}", "__module__": __name__}
    return type(f"{path.rpartition('.')[2]}Field", (ResourceField,), about)


EntityField, PermissionField = _field_of("permissions.Entity"), _field_of("permissions.Permission")
SynchronizationField, TableField = _field_of("synchronizations.Synchronization"), _field_of("tables.Table")
TableGrantField, UserField = _field_of("api_keys.TableGrant"), _field_of("users.User")
VisualizationField = _field_of("visualizations.Visualization")


class GrantsField(ResourceField):
    """carto.api_keys.Grants, from the list of grants that the server sends."""

    value_class = "carto.api_keys.Grants"
    type_field = {"apis": "apis", "tables": "database", "services": "dataservices"}  # noqa: RUF012

    def _nested(self, instance: Any, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        sections = {section["type"]: section for section in value}
        found = {name: sections[kind].get(name) for name, kind in self.type_field.items() if kind in sections}
        return super()._nested(instance, found)


class Base64EncodedField(Field):
    """A text that is sent in base64, and also read as base64."""

    def __set__(self, instance: Any, value: Any) -> None:
        super().__set__(instance, base64.b64encode(value.encode()).decode("ascii") if value else None)


class PasswordAndPrivacyFields(Field):
    """A password, which also sets `privacy`: without one it is public."""

    def __set__(self, instance: Any, value: Any) -> None:
        super().__set__(instance, value or None)
        instance.privacy = "password" if value else "public"


def fields_of(table: str) -> dict[str, Field]:
    """The fields of a resource: `name` (any value), `updated_at` (a time), `table:Table`, `tables:Table*` (a list).

    What follows the colon is the first part of the name of one of the classes above.
    """
    fields = {}
    for name, _, kind in (entry.partition(":") for entry in table.split()):
        prefix = kind.rstrip("*") or ("DateTime" if name.endswith("_at") else "")
        fields[name] = globals()[f"{prefix}Field"](many=kind.endswith("*"))
    return fields
