"""Resources, objects with the server's fields as attributes; and managers, which find and create them."""

import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote

from carto_ext.compat.exceptions import CartoException, NotFoundException, wrapped_errors
from carto_ext.compat.fields import Field, fields_of
from carto_ext.compat.paginators import CartoPaginator

_NOT_PUBLIC = "This is part of a non-public CARTO API and may change in the future: mind that in production"


class Resource:
    """One object at CARTO. Subclasses name their fields, `_fields = "id name founded_at"` (see `fields_of`), or declare
    them, `size = IntegerField()`. `Meta` says where the server keeps them; arguments of the class go there.

    `fields` are all their names, `optional_fields` what an answer may bring as well and `save()` does not send.
    """

    fields: ClassVar[Any] = []
    optional_fields: ClassVar[Any] = ()

    class Meta:
        collection_endpoint: str | None = None
        id_field = name_field = "id"
        json_data = parse_json = True

    def __init_subclass__(cls, **meta: str) -> None:
        for name, field in fields_of(vars(cls).get("_fields", "")).items():
            field.__set_name__(cls, name)
            setattr(cls, name, field)
        cls.fields = [name for name in dir(cls) if isinstance(getattr(cls, name, None), Field)]
        above: Any = super(cls, cls)
        bases = (cls.Meta,) if issubclass(cls.Meta, above.Meta) else (cls.Meta, above.Meta)
        setattr(cls, "Meta", type("Meta", bases, meta))  # noqa: B010

    def __init__(self, auth_client: Any, **kwargs: Any) -> None:
        self.client = auth_client
        for name, value in kwargs.items():
            setattr(self, name, value)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def __str__(self) -> str:
        return str(getattr(self, self.Meta.name_field, None) or super().__str__())

    def get_id(self) -> Any:
        return getattr(self, self.Meta.id_field, None)

    def get_collection_endpoint(self) -> str:
        return f"{(self.Meta.collection_endpoint or f'{type(self).__name__.lower()}s').rstrip('/')}/"

    def get_resource_endpoint(self) -> str:
        return _endpoint(self.get_collection_endpoint(), self.get_id())

    def update_from_dict(self, attribute_dict: Any) -> None:
        """Copy the values of an answer. Some lists contain only ids."""
        if not isinstance(attribute_dict, dict):
            attribute_dict = {self.Meta.id_field: attribute_dict}
        for name in (*self.fields, *self.optional_fields):
            if name in attribute_dict:
                setattr(self, name, attribute_dict[name])

    def send(self, url: str, http_method: str, **client_args: Any) -> Any:
        """Make a request, copy the fields of its answer, and return its response."""
        response = self.client.send(url, http_method, **client_args)
        if answer := self.client.get_response_data(response, self.Meta.parse_json):
            self.update_from_dict(answer)
        return response

    def save(self, force_create: bool = False, fields: Any = None) -> Any:
        """Send all fields that have a value (nested resources excepted): PUT if it has an id, POST otherwise."""
        values = {name: _sendable(getattr(self, name)) for name in fields or self.fields}
        body = {"json" if self.Meta.json_data else "data": {k: v for k, v in values.items() if v is not None}}
        endpoint = None if force_create or self.get_id() is None else self.get_resource_endpoint()
        return self.send(endpoint or self.get_collection_endpoint(), "put" if endpoint else "post", **body)

    def refresh(self) -> Any:
        return self.send(self.get_resource_endpoint(), "get")

    def delete(self) -> Any:
        """Delete it at CARTO and return the response, whatever its text."""
        response = self.client.send(self.get_resource_endpoint(), "delete")
        self.client.get_response_data(response, parse_json=False)
        return response


class AsyncResource(Resource):
    """Work that runs at CARTO: `run` starts it, `refresh` updates its state."""

    def run(self, **client_params: Any) -> None:
        with wrapped_errors():
            self.send(self.get_collection_endpoint(), "POST", **client_params)


class WarnResource(Resource):
    """A resource of an API that CARTO does not document: making one warns."""

    def __init__(self, auth_client: Any, **kwargs: Any) -> None:
        warnings.warn(_NOT_PUBLIC, FutureWarning, stacklevel=1)
        super().__init__(auth_client, **kwargs)


class WarnAsyncResource(AsyncResource, WarnResource):
    """Such a resource that is work."""


class Manager:
    """All resources of one kind: `resource_class`, listed by the server under `json_collection_attribute`.

    Subclasses set both as attributes or as arguments of the class.
    """

    resource_class: Any = None
    json_collection_attribute: str | None = "data"
    paginator_class: Any = CartoPaginator

    def __init_subclass__(cls, **attributes: Any) -> None:
        for name, value in attributes.items():
            setattr(cls, name, value)

    def __init__(self, auth_client: Any) -> None:
        self.client = auth_client
        self.paginator = self.paginator_class(self.json_collection_attribute, auth_client.base_url)

    def get_collection_endpoint(self) -> str:
        return str(self._filled({}).get_collection_endpoint())

    def get_resource_endpoint(self, resource_id: Any) -> str:
        return _endpoint(self.get_collection_endpoint(), resource_id)

    def send(self, url: str, http_method: str, **client_args: Any) -> Any:
        return self.client.send(url, http_method, **client_args)

    def get(self, resource_id: Any) -> Any:
        """Return one resource by its id (often also by its name). Raises NotFoundException."""
        endpoint = self.get_resource_endpoint(resource_id)
        return self._filled({self.resource_class.Meta.id_field: resource_id} | self._read(endpoint))

    def get_or_none(self, resource_id: Any) -> Any:
        try:
            return self.get(resource_id)
        except NotFoundException:
            return None

    def filter(self, *args: Any, **search_args: Any) -> Any:
        """Return all results, from all pages; `search_args` are the server's query parameters."""
        found: list[Any] = []
        for url, page in self.paginator.get_urls(self.get_collection_endpoint()):
            response = self.paginator.process_response(self.send(url, "get", params=search_args | page))
            answer = self.client.get_response_data(response)
            found += answer[self.json_collection_attribute] if isinstance(answer, dict) else answer
        return [self._filled(values) for values in found]

    def all(self) -> Any:
        return self.filter()

    def create(self, *args: Any, **kwargs: Any) -> Any:
        resource = self._filled(kwargs)
        resource.save(force_create=True)
        return resource

    def _read(self, url: str, **client_args: Any) -> Any:
        return self.client.get_response_data(self.send(url, "get", **client_args))

    def _filled(self, values: Any) -> Any:
        try:
            resource = self.resource_class(self.client)
        except TypeError:  # its constructor wants what only the caller of a new one has
            resource = self.resource_class.__new__(self.resource_class)
            resource.client = self.client
        resource.update_from_dict(values)
        return resource


def _endpoint(collection: str, resource_id: Any) -> str:
    if resource_id is None:
        raise CartoException("It has no id, so it is not at CARTO yet: call run() or save() first")
    return f"{collection}{quote(str(resource_id), safe='')}"


def _sendable(value: Any) -> Any:
    nested = isinstance(value, Resource) or (isinstance(value, list) and value and isinstance(value[0], Resource))
    return None if nested else value.isoformat() if isinstance(value, datetime) else value
