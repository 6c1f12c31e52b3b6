"""Layers that are named maps, replaced by the layers of those."""

import copy
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.configs import NAMED
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true, read
from carto_sandbox.maps_api.template_store import find_template
from carto_sandbox.maps_api.templates import instantiate, is_authorized


def expand_named_layers(account: Account, config: dict[str, Any]) -> frozenset[int]:
    """Changes the layers; returns the indexes of those that came from named maps, and have their owner's rights."""
    layers = config.get("layers")
    if not isinstance(layers, list) or not any(read(layer, "type") == NAMED for layer in layers):
        return frozenset()
    expanded: list[Any] = []
    owned: set[int] = set()
    for layer in layers:
        if read(layer, "type") != NAMED:
            expanded.append(layer)
            continue
        for inner in _read_layers(account, read(layer, "options")):
            owned.add(len(expanded))
            expanded.append(inner)
    config["layers"] = expanded
    return frozenset(owned)


def _read_layers(account: Account, options: Any) -> list[Any]:
    name = read(options, "name")
    if not is_true(name):
        raise MapsApiError("Missing Named Map `name` in layer options", 400)
    template = find_template(account, str(name))
    if template is None:
        raise MapsApiError(f"Template '{name}' of user '{account.username}' not found", 400)
    tokens = options.get("auth_tokens")
    if not is_authorized(template["auth"], tokens if isinstance(tokens, list) else [tokens]):
        raise MapsApiError(f"Unauthorized '{name}' template instantiation", 403)
    if any(isinstance(layer, dict) and layer.get("type") == NAMED for layer in template["layergroup"]["layers"]):
        raise MapsApiError("Nested named layers are not allowed", 400)
    return list(copy.deepcopy(instantiate(template, options.get("config")))["layers"])
