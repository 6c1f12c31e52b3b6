"""Nodes of analyses: finding CARTO's id for the caller's own (pure)."""

import re

from carto_client.models import Layergroup
from carto_client.types import Unset
from carto_ext.errors import InvalidArgumentError

# CARTO computes a node's id from its definition.
_CARTOS = re.compile(r"[0-9a-f]{40}")


def node_of(token: str | Layergroup, node_id: str) -> str:
    """Return CARTO's id of a node. Raises InvalidArgumentError if CARTO would answer `unknown`."""
    if not isinstance(node_id, str) or not node_id.strip():
        raise InvalidArgumentError("`node_id` is blank: give the id of a node of the map's analyses")
    if _CARTOS.fullmatch(node_id):
        return node_id
    if not isinstance(token, Layergroup):
        raise InvalidArgumentError(
            f"{node_id!r} is not CARTO's id of a node (40 hexadecimal digits): to use your own ids, pass the "
            "Layergroup instead of its token"
        )
    nodes = dict(_nodes(token))
    if node_id not in nodes:
        raise InvalidArgumentError(
            f"the map has no node {node_id!r}: its nodes are {', '.join(map(repr, nodes)) or 'none'}"
        )
    return nodes[node_id]


def _nodes(layergroup: Layergroup) -> list[tuple[str, str]]:
    analyses = layergroup.metadata.analyses
    found = []
    for analysis in [] if isinstance(analyses, Unset) else analyses or []:
        nodes = {} if isinstance(analysis.nodes, Unset) else analysis.nodes.additional_properties
        for name, node in nodes.items():
            urls = {} if isinstance(node.url, Unset) else node.url.to_dict()
            found += [(name, str(url).rpartition("/")[2].partition("?")[0]) for url in list(urls.values())[:1]]
    return found
