"""Named and anonymous maps."""

from typing import Any

from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.resources import Manager, Resource


class BaseMap(Resource):
    """Base class of maps. After `instantiate()`, the answer is in layergroupid, metadata, cdn_url…"""

    optional_fields = ("template_id", "layergroupid", "last_updated", "metadata", "cdn_url")

    def get_tile_url(
        self, x: Any, y: Any, z: Any, layer_id: Any = None, feature_id: Any = None, filter: Any = None,
        extension: str = "png",
    ) -> Any:  # fmt: skip
        """Return the URL of a tile or of a feature's attributes, with the template's first token if it has one."""
        known, carto = vars(self), self.client.carto
        token = next(iter((known.get("auth") or {}).get("valid_tokens") or []), None)
        layer, layergroup = layer_id if filter is None else filter, known.get("layergroupid")
        where = {"z": z, "x": x, "y": y, "extension": extension, "auth_token": token}
        with wrapped_errors():
            if feature_id is not None:
                if layergroup is None or layer_id is None:
                    raise CartoException("Attributes need an instantiated map and a layer: call instantiate() first")
                return carto.maps.attributes_url(layergroup, layer=layer_id, feature_id=feature_id, auth_token=token)
            if template := known.get("template_id"):  # has no tiles without a layer
                return carto.named_maps.tile_url(template, layer="all" if layer is None else layer, **where)
            return carto.maps.tile_url(layergroup or "", layer=layer, **where)

    def instantiate(self, params: Any) -> None:
        with wrapped_errors():
            self.send(self.get_collection_endpoint(), "POST", json=params)


class NamedMap(BaseMap, collection_endpoint="api/v1/map/named/", id_field="template_id", name_field="name"):
    """A template that CARTO stores."""

    _fields = "auth layergroup name placeholders version view"

    def instantiate(self, params: Any, auth: Any = None) -> None:
        """Make a map of the template; `auth` is one of its tokens."""
        with wrapped_errors():
            self.send(self.get_resource_endpoint(), "POST", json=params or {}, params={"auth_token": auth})

    def update_from_dict(self, attribute_dict: Any) -> None:
        """Copy the values of an answer: a template, a layergroup, or only a name."""
        if template := isinstance(attribute_dict, dict) and attribute_dict.get("template"):
            attribute_dict = {**template, "template_id": template["name"]}
        super().update_from_dict(attribute_dict)


class AnonymousMap(BaseMap, collection_endpoint="api/v1/map/"):
    """A map that exists for hours, identified by its layergroupid."""


class NamedMapManager(Manager, resource_class=NamedMap, json_collection_attribute="template_ids"):
    """The account's templates; needs the master key."""

    def create(self, **kwargs: Any) -> Any:
        """Store `template`, the JSON of a named map."""
        return super().create(**kwargs["template"])
