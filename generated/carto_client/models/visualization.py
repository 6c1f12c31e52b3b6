# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.permission import Permission
    from ..models.synchronization import Synchronization
    from ..models.user import User
    from ..models.visualization_external_source import VisualizationExternalSource
    from ..models.visualization_stats import VisualizationStats
    from ..models.visualization_summary import VisualizationSummary
    from ..models.visualization_table import VisualizationTable


@cache
def _nested_models() -> Any:
    from ..models.permission import Permission
    from ..models.synchronization import Synchronization
    from ..models.user import User
    from ..models.visualization_external_source import VisualizationExternalSource
    from ..models.visualization_stats import VisualizationStats
    from ..models.visualization_summary import VisualizationSummary
    from ..models.visualization_table import VisualizationTable

    return (
        Permission,
        Synchronization,
        User,
        VisualizationExternalSource,
        VisualizationStats,
        VisualizationSummary,
        VisualizationTable,
    )


@_attrs_define
class Visualization(Extensible[Any]):
    """A dataset, a map or another visualization. Those without permission see the short form, that is the required
    fields, `table` and what they asked for.

    """

    id: str
    """ UUID of the visualization (not of its table). """
    name: str
    """ Name; for datasets the name of the table. """
    display_name: None | str
    """ Name for people, of data library items. """
    type_: str
    """ `table` dataset, `derived` map, `remote` data library item, `kuviz` custom visualization, `app`, `slide`. """
    kind: str
    """ `geom` or `raster`. """
    privacy: str
    """ `PUBLIC`, `LINK`, `PRIVATE` or `PASSWORD`, in upper case (requests can use any case, the filter of the list
    only lower case). """
    title: None | str
    """ Title. """
    description: None | str
    """ Text about it, Markdown. """
    tags: list[str]
    """ Tags. """
    license_: None | str
    """ Id of a license: `mit`, `apache`, `gplv3`, `gplv2`, `pddl`, `cc_0`, `cc_by`, `cc_by_nc`, `cc_by_sa`,
    `cc_by_nd`, `cc_by_nc_sa`, `cc_by_nc_nd`, `public_domain`, `open_government`; other texts are not refused. """
    source: None | str
    """ Where the data is from. """
    attributions: None | str
    """ Whom to name. """
    created_at: str
    """ Timestamp, `2021-03-02T10:00:06.123Z` or, when one is read, `2021-03-02 10:00:06 UTC`. """
    updated_at: str
    """ Timestamp in the same form. """
    stats: VisualizationStats
    """ Day (`2021-03-01`) to number of views, for the last 30 days; or nothing. Counts other than 0 have a
    fraction, `3.0`. """
    auth_tokens: list[str]
    """ Tokens that open its map tiles. None for public ones; one for private and password-protected ones. """
    table: VisualizationTable | Unset = UNSET
    """ The table of a dataset. **Empty** for visualizations without one. """
    map_id: None | str | Unset = UNSET
    """ UUID of the map; null for remote, kuviz and app. """
    active_layer_id: None | str | Unset = UNSET
    """ UUID of the active layer. """
    locked: bool | Unset = UNSET
    """ True if it is locked against changes. """
    external_source: VisualizationExternalSource | Unset = UNSET
    """ A data library item. Visualizations of other types have none of these fields. """
    url: str | Unset = UNSET
    """ Address for people, on the viewer's host. """
    version: int | Unset = UNSET
    """ Version of the map's format, 2 or 3 (Builder). """
    prev_id: None | str | Unset = UNSET
    """ UUID of the slide before; no longer used. """
    next_id: None | str | Unset = UNSET
    """ UUID of the slide after; no longer used. """
    parent_id: None | str | Unset = UNSET
    """ UUID of the parent; no longer used. """
    transition_options: Any | Unset = UNSET
    """ Object; normally empty. """
    active_child: Any | Unset = UNSET
    """ Always null. """
    children: list[Any] | Unset = UNSET
    """ Always empty. """
    sample: Any | Unset = UNSET
    """ Data Observatory sample it comes from, an object; absent for all others. """
    subscription: Any | Unset = UNSET
    """ Data Observatory subscription it comes from, an object; absent for all others. """
    related_tables: list[VisualizationTable] | Unset = UNSET
    """ Tables that it uses, not counting its own. Not in lists. """
    synchronization: None | Synchronization | Unset = UNSET
    """ How its table is kept up to date; null if it is not. """
    uses_builder_features: bool | Unset = UNSET
    """ True if it needs the Builder. """
    user: User | Unset = UNSET
    """ An account. The account itself and administrators of its organization see everything, others what is
    required and `groups`. """
    related_canonical_visualizations: list[Visualization] | Unset = UNSET
    """ Datasets that a map uses; with `fetch_related_canonical_visualizations` only. """
    related_canonical_visualizations_count: int | Unset = UNSET
    """ Number of them, including those that the caller cannot see. """
    dependent_visualizations: list[VisualizationSummary] | Unset = UNSET
    """ Maps that use the dataset; with `with_dependent_visualizations` only. """
    dependent_visualizations_count: int | Unset = UNSET
    """ Number of all maps that use the dataset. """
    liked: bool | Unset = UNSET
    """ True if the caller likes it. """
    permission: None | Permission | Unset = UNSET
    """ Owner and shares. Lists have it, `viz_read` only with `show_permission`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (
                Permission,
                Synchronization,
                User,
                VisualizationExternalSource,
                VisualizationStats,
                VisualizationSummary,
                VisualizationTable,
            ) = _nested_models()

        id = self.id

        name = self.name

        display_name: None | str
        display_name = self.display_name

        type_ = self.type_

        kind = self.kind

        privacy = self.privacy

        title: None | str
        title = self.title

        description: None | str
        description = self.description

        tags = self.tags

        license_: None | str
        license_ = self.license_

        source: None | str
        source = self.source

        attributions: None | str
        attributions = self.attributions

        created_at = self.created_at

        updated_at = self.updated_at

        stats = to_object("stats", self.stats, VisualizationStats)

        auth_tokens = self.auth_tokens

        table: dict[str, Any] | Unset = UNSET
        if not isinstance(self.table, Unset):
            table = to_object("table", self.table, VisualizationTable)

        map_id: None | str | Unset
        if isinstance(self.map_id, Unset):
            map_id = UNSET
        else:
            map_id = self.map_id

        active_layer_id: None | str | Unset
        if isinstance(self.active_layer_id, Unset):
            active_layer_id = UNSET
        else:
            active_layer_id = self.active_layer_id

        locked = self.locked

        external_source: dict[str, Any] | Unset = UNSET
        if not isinstance(self.external_source, Unset):
            external_source = to_object("external_source", self.external_source, VisualizationExternalSource)

        url = self.url

        version = self.version

        prev_id: None | str | Unset
        if isinstance(self.prev_id, Unset):
            prev_id = UNSET
        else:
            prev_id = self.prev_id

        next_id: None | str | Unset
        if isinstance(self.next_id, Unset):
            next_id = UNSET
        else:
            next_id = self.next_id

        parent_id: None | str | Unset
        if isinstance(self.parent_id, Unset):
            parent_id = UNSET
        else:
            parent_id = self.parent_id

        transition_options = self.transition_options

        active_child = self.active_child

        children: list[Any] | Unset = UNSET
        if not isinstance(self.children, Unset):
            children = self.children

        sample = self.sample

        subscription = self.subscription

        related_tables: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.related_tables, Unset):
            related_tables = []
            for related_tables_item_data in to_items("related_tables", self.related_tables):
                related_tables_item = to_object("related_tables", related_tables_item_data, VisualizationTable)
                related_tables.append(related_tables_item)

        synchronization: dict[str, Any] | None | Unset
        if isinstance(self.synchronization, Unset):
            synchronization = UNSET
        elif isinstance(self.synchronization, Synchronization | Mapping):
            synchronization = to_object("synchronization_type_0", self.synchronization, Synchronization)
        else:
            synchronization = self.synchronization

        uses_builder_features = self.uses_builder_features

        user: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user, Unset):
            user = to_object("user", self.user, User)

        related_canonical_visualizations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.related_canonical_visualizations, Unset):
            related_canonical_visualizations = []
            for related_canonical_visualizations_item_data in to_items(
                "related_canonical_visualizations", self.related_canonical_visualizations
            ):
                related_canonical_visualizations_item = to_object(
                    "related_canonical_visualizations", related_canonical_visualizations_item_data, Visualization
                )
                related_canonical_visualizations.append(related_canonical_visualizations_item)

        related_canonical_visualizations_count = self.related_canonical_visualizations_count

        dependent_visualizations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.dependent_visualizations, Unset):
            dependent_visualizations = []
            for dependent_visualizations_item_data in to_items(
                "dependent_visualizations", self.dependent_visualizations
            ):
                dependent_visualizations_item = to_object(
                    "dependent_visualizations", dependent_visualizations_item_data, VisualizationSummary
                )
                dependent_visualizations.append(dependent_visualizations_item)

        dependent_visualizations_count = self.dependent_visualizations_count

        liked = self.liked

        permission: dict[str, Any] | None | Unset
        if isinstance(self.permission, Unset):
            permission = UNSET
        elif isinstance(self.permission, Permission | Mapping):
            permission = to_object("permission_type_0", self.permission, Permission)
        else:
            permission = self.permission

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "display_name": display_name,
                "type": type_,
                "kind": kind,
                "privacy": privacy,
                "title": title,
                "description": description,
                "tags": tags,
                "license": license_,
                "source": source,
                "attributions": attributions,
                "created_at": created_at,
                "updated_at": updated_at,
                "stats": stats,
                "auth_tokens": auth_tokens,
            }
        )
        if table is not UNSET:
            field_dict["table"] = table
        if map_id is not UNSET:
            field_dict["map_id"] = map_id
        if active_layer_id is not UNSET:
            field_dict["active_layer_id"] = active_layer_id
        if locked is not UNSET:
            field_dict["locked"] = locked
        if external_source is not UNSET:
            field_dict["external_source"] = external_source
        if url is not UNSET:
            field_dict["url"] = url
        if version is not UNSET:
            field_dict["version"] = version
        if prev_id is not UNSET:
            field_dict["prev_id"] = prev_id
        if next_id is not UNSET:
            field_dict["next_id"] = next_id
        if parent_id is not UNSET:
            field_dict["parent_id"] = parent_id
        if transition_options is not UNSET:
            field_dict["transition_options"] = transition_options
        if active_child is not UNSET:
            field_dict["active_child"] = active_child
        if children is not UNSET:
            field_dict["children"] = children
        if sample is not UNSET:
            field_dict["sample"] = sample
        if subscription is not UNSET:
            field_dict["subscription"] = subscription
        if related_tables is not UNSET:
            field_dict["related_tables"] = related_tables
        if synchronization is not UNSET:
            field_dict["synchronization"] = synchronization
        if uses_builder_features is not UNSET:
            field_dict["uses_builder_features"] = uses_builder_features
        if user is not UNSET:
            field_dict["user"] = user
        if related_canonical_visualizations is not UNSET:
            field_dict["related_canonical_visualizations"] = related_canonical_visualizations
        if related_canonical_visualizations_count is not UNSET:
            field_dict["related_canonical_visualizations_count"] = related_canonical_visualizations_count
        if dependent_visualizations is not UNSET:
            field_dict["dependent_visualizations"] = dependent_visualizations
        if dependent_visualizations_count is not UNSET:
            field_dict["dependent_visualizations_count"] = dependent_visualizations_count
        if liked is not UNSET:
            field_dict["liked"] = liked
        if permission is not UNSET:
            field_dict["permission"] = permission

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (
                Permission,
                Synchronization,
                User,
                VisualizationExternalSource,
                VisualizationStats,
                VisualizationSummary,
                VisualizationTable,
            ) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        display_name = cast("None | str", d.pop("display_name"))

        type_ = d.pop("type")

        kind = d.pop("kind")

        privacy = d.pop("privacy")

        title = cast("None | str", d.pop("title"))

        description = cast("None | str", d.pop("description"))

        tags = cast("list[str]", require_list(d.pop("tags")))

        license_ = cast("None | str", d.pop("license"))

        source = cast("None | str", d.pop("source"))

        attributions = cast("None | str", d.pop("attributions"))

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        stats = VisualizationStats.from_dict(d.pop("stats"))

        auth_tokens = cast("list[str]", require_list(d.pop("auth_tokens")))

        _table = d.pop("table", UNSET)
        table: VisualizationTable | Unset
        if isinstance(_table, Unset):
            table = UNSET
        else:
            table = VisualizationTable.from_dict(_table)

        map_id = cast("None | str | Unset", d.pop("map_id", UNSET))

        active_layer_id = cast("None | str | Unset", d.pop("active_layer_id", UNSET))

        locked = d.pop("locked", UNSET)

        _external_source = d.pop("external_source", UNSET)
        external_source: VisualizationExternalSource | Unset
        if isinstance(_external_source, Unset):
            external_source = UNSET
        else:
            external_source = VisualizationExternalSource.from_dict(_external_source)

        url = d.pop("url", UNSET)

        version = d.pop("version", UNSET)

        prev_id = cast("None | str | Unset", d.pop("prev_id", UNSET))

        next_id = cast("None | str | Unset", d.pop("next_id", UNSET))

        parent_id = cast("None | str | Unset", d.pop("parent_id", UNSET))

        transition_options = d.pop("transition_options", UNSET)

        active_child = d.pop("active_child", UNSET)

        children = cast("list[Any] | Unset", require_list(d.pop("children", UNSET)))

        sample = d.pop("sample", UNSET)

        subscription = d.pop("subscription", UNSET)

        _related_tables = d.pop("related_tables", UNSET)
        related_tables: list[VisualizationTable] | Unset = UNSET
        if _related_tables is not UNSET:
            related_tables = []
            for related_tables_item_data in require_list(_related_tables):
                related_tables_item = VisualizationTable.from_dict(related_tables_item_data)

                related_tables.append(related_tables_item)

        def _parse_synchronization(data: object) -> None | Synchronization | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            synchronization_type_0 = Synchronization.from_dict(data)

            return synchronization_type_0

        synchronization = _parse_synchronization(d.pop("synchronization", UNSET))

        uses_builder_features = d.pop("uses_builder_features", UNSET)

        _user = d.pop("user", UNSET)
        user: User | Unset
        if isinstance(_user, Unset):
            user = UNSET
        else:
            user = User.from_dict(_user)

        _related_canonical_visualizations = d.pop("related_canonical_visualizations", UNSET)
        related_canonical_visualizations: list[Visualization] | Unset = UNSET
        if _related_canonical_visualizations is not UNSET:
            related_canonical_visualizations = []
            for related_canonical_visualizations_item_data in require_list(_related_canonical_visualizations):
                related_canonical_visualizations_item = Visualization.from_dict(
                    related_canonical_visualizations_item_data
                )

                related_canonical_visualizations.append(related_canonical_visualizations_item)

        related_canonical_visualizations_count = d.pop("related_canonical_visualizations_count", UNSET)

        _dependent_visualizations = d.pop("dependent_visualizations", UNSET)
        dependent_visualizations: list[VisualizationSummary] | Unset = UNSET
        if _dependent_visualizations is not UNSET:
            dependent_visualizations = []
            for dependent_visualizations_item_data in require_list(_dependent_visualizations):
                dependent_visualizations_item = VisualizationSummary.from_dict(dependent_visualizations_item_data)

                dependent_visualizations.append(dependent_visualizations_item)

        dependent_visualizations_count = d.pop("dependent_visualizations_count", UNSET)

        liked = d.pop("liked", UNSET)

        def _parse_permission(data: object) -> None | Permission | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            permission_type_0 = Permission.from_dict(data)

            return permission_type_0

        permission = _parse_permission(d.pop("permission", UNSET))

        visualization = cls(
            id=id,
            name=name,
            display_name=display_name,
            type_=type_,
            kind=kind,
            privacy=privacy,
            title=title,
            description=description,
            tags=tags,
            license_=license_,
            source=source,
            attributions=attributions,
            created_at=created_at,
            updated_at=updated_at,
            stats=stats,
            auth_tokens=auth_tokens,
            table=table,
            map_id=map_id,
            active_layer_id=active_layer_id,
            locked=locked,
            external_source=external_source,
            url=url,
            version=version,
            prev_id=prev_id,
            next_id=next_id,
            parent_id=parent_id,
            transition_options=transition_options,
            active_child=active_child,
            children=children,
            sample=sample,
            subscription=subscription,
            related_tables=related_tables,
            synchronization=synchronization,
            uses_builder_features=uses_builder_features,
            user=user,
            related_canonical_visualizations=related_canonical_visualizations,
            related_canonical_visualizations_count=related_canonical_visualizations_count,
            dependent_visualizations=dependent_visualizations,
            dependent_visualizations_count=dependent_visualizations_count,
            liked=liked,
            permission=permission,
        )

        visualization.additional_properties = d
        return visualization
