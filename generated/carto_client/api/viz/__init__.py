# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `viz`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.map_template_list import MapTemplateList
    from ...models.static_image_address import StaticImageAddress
    from ...models.visualization import Visualization
    from ...models.visualization_like import VisualizationLike
    from ...models.visualization_list import VisualizationList
    from ...types import File, Unset

__all__ = ("AsyncVizApi", "VizApi")


class VizApi:
    """The operations of `viz`.

    Datasets, maps and other visualizations. They, and all tags below but `maps` and `named_maps`, belong to the
    central application:

    * There is no common error body. It can be empty, JSON with `errors` (a string, a list or an object),
      `error`, `text` or `description`, or bare text that claims to be JSON; an empty one can claim to be HTML.
    * **401 always has an empty body**, no `WWW-Authenticate`, and a cookie of a session that leads nowhere. It
      is not proof of a wrong key: the first call after the database was restarted is answered by 401 as well.
    * 404 also stands for: feature not enabled, account locked. In maintenance the paths below `/api/v1` answer
      404 and those below `/api/v4` 403 `{"error": "maintenance_mode"}`; an account that was never confirmed
      gets 403 `{"error": "unverified"}` below `/api/v4` only. Unknown paths are a page (404, HTML); a body that
      is not JSON is 400 with an empty one.
    * An unexpected request gives 500 or 422 with `{"status": "500", "error": "Internal Server Error"}`.
    * Where authentication is optional, a wrong key silently makes you anonymous.
    * Timestamps have several forms, even for one field: `2021-03-02T10:00:06.123Z` in lists and after writing,
      `2021-03-02 10:00:06 UTC` when one visualization or an API key is read, `2021-03-02T10:00:06.123+00:00`
      for synchronizations just created. Parse leniently.
    * Ids are UUIDs unless a description says that a name will do.
    * More fields than those listed can arrive; ignore what you do not know. Values listed for states, types and
      the like are those known today.
    * The server takes the fields it knows, from the body or the query string, and ignores others; `.json` can
      stand at the end of any path.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(
        self,
        *,
        types: str | Unset = UNSET,
        type: str | Unset = UNSET,
        q: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        shared: str | Unset = UNSET,
        only_shared: bool | Unset = UNSET,
        exclude_shared: bool | Unset = UNSET,
        only_liked: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
        privacy: str | Unset = UNSET,
        exclude_raster: bool | Unset = UNSET,
        only_published: bool | Unset = UNSET,
        only_with_display_name: bool | Unset = UNSET,
        subscribed: bool | Unset = UNSET,
        sample: bool | Unset = UNSET,
        bbox: str | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        with_dependent_visualizations: int | Unset = UNSET,
        load_totals: bool | Unset = UNSET,
        load_do_totals: bool | Unset = UNSET,
        show_stats: bool | Unset = UNSET,
        show_table: bool | Unset = UNSET,
        show_liked: bool | Unset = UNSET,
        show_permission: bool | Unset = UNSET,
        show_synchronization: bool | Unset = UNSET,
        show_uses_builder_features: bool | Unset = UNSET,
        show_table_size_and_row_count: bool | Unset = UNSET,
        show_auth_tokens: bool | Unset = UNSET,
        show_user: bool | Unset = UNSET,
        related: bool | Unset = UNSET,
        show_user_basemaps: bool | Unset = UNSET,
    ) -> VisualizationList:
        """List datasets, maps and other visualizations.

        One page of visualizations that the caller owns or can see. Without a (valid) key: the account's public
        items in their short form. Only maps are listed unless `types` or `type` says otherwise. The `show_…`
        switches can only switch parts *off* here; they work the other way round in `viz.read`. Past the last page
        the list is empty.

        Errors: 400 `{"error": "Wrong 'page' parameter value."}` and the like, for unknown values of `order` with
        the list of valid ones; an unknown account gives 400 too (`Wrong 'username' parameter value.`).

        Args:
            types (str | Unset): Comma list of `table` (datasets), `derived` (maps), `remote` (data library),
                `kuviz`, `app`, `slide`. Wins over `type`.
            type (str | Unset): One of the values of `types`; `derived` if neither is given.
            q (str | Unset): Words, or a part of a word, to look for in name, tags and description; `_` and `%` are
                ordinary characters. The best match comes first, before any `order`.
            tags (str | Unset): Comma list of tags, in any case. They are looked for as one piece of text, so
                several must stand next to each other, in that order.
            shared (str | Unset): `yes`: own and shared with the caller; `no`: own only; `only`: shared with the
                caller only. Overrides `only_shared` and `exclude_shared`.
            only_shared (bool | Unset): True for what others have shared with the caller.
            exclude_shared (bool | Unset): True to leave out what others have shared with the caller.
            only_liked (bool | Unset): True for items that the caller likes (there is no filter `liked`); together
                with `shared=no` it is no longer restricted to own items.
            locked (bool | Unset): True or false for (un)locked items only.
            privacy (str | Unset): `public`, `link`, `private` or `password`, in **lower case** (upper case, as
                answers have it, matches nothing). Ignored for anonymous callers.
            exclude_raster (bool | Unset): True to leave out raster datasets.
            only_published (bool | Unset): True for items that are not private and, for maps made in the Builder,
                are published.
            only_with_display_name (bool | Unset): True for items with a `display_name`.
            subscribed (bool | Unset): True for datasets that come from a Data Observatory subscription. Slow.
            sample (bool | Unset): True for datasets that are Data Observatory samples. Slow.
            bbox (str | Unset): `minx,miny,maxx,maxy` in degrees. Only together with `type=table` and nothing else,
                otherwise 400.
            order (str | Unset): Comma list of `name`, `updated_at`, `size`, `mapviews`, `favorited`,
                `estimated_row_count`, `privacy`, `dependent_visualizations`; `updated_at` by default. `size`,
                `mapviews` and `estimated_row_count` only on their own. `likes` is refused.
            order_direction (str | Unset): Comma list of `asc` and `desc` that belongs to `order`; where one is
                missing the first is used. `desc` by default.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Items per page, from 1, without an upper limit; 20 by default.
            with_dependent_visualizations (int | Unset): N > 0 adds `dependent_visualizations` (the N most recent)
                and `dependent_visualizations_count` to each item.
            load_totals (bool | Unset): False leaves out `total_user_entries`, `total_locked`, `total_likes` and
                `total_shared`.
            load_do_totals (bool | Unset): True adds `total_subscriptions` and `total_samples`. Needs a key (500
                otherwise).
            show_stats (bool | Unset): False makes `stats` empty.
            show_table (bool | Unset): False leaves out `table`.
            show_liked (bool | Unset): False leaves out `liked`.
            show_permission (bool | Unset): False leaves out `permission`.
            show_synchronization (bool | Unset): False leaves out `synchronization`.
            show_uses_builder_features (bool | Unset): False leaves out `uses_builder_features`.
            show_table_size_and_row_count (bool | Unset): False leaves out `size` and `row_count` of `table`, which
                makes the list faster.
            show_auth_tokens (bool | Unset): False is meant to leave out `auth_tokens`; in practice they are still
                present.
            show_user (bool | Unset): Ignored; lists never have `user`.
            related (bool | Unset): Ignored; lists never have `related_tables`.
            show_user_basemaps (bool | Unset): Ignored, as there is no `user` to add them to.

        Returns:
            VisualizationList: One page.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_list import sync as _call

        show_auth_tokens = hide(show_auth_tokens)
        return _call(
            client=self._client,
            types=types,
            type_=type,
            q=q,
            tags=tags,
            shared=shared,
            only_shared=only_shared,
            exclude_shared=exclude_shared,
            only_liked=only_liked,
            locked=locked,
            privacy=privacy,
            exclude_raster=exclude_raster,
            only_published=only_published,
            only_with_display_name=only_with_display_name,
            subscribed=subscribed,
            sample=sample,
            bbox=bbox,
            order=order,
            order_direction=order_direction,
            page=page,
            per_page=per_page,
            with_dependent_visualizations=with_dependent_visualizations,
            load_totals=load_totals,
            load_do_totals=load_do_totals,
            show_stats=show_stats,
            show_table=show_table,
            show_liked=show_liked,
            show_permission=show_permission,
            show_synchronization=show_synchronization,
            show_uses_builder_features=show_uses_builder_features,
            show_table_size_and_row_count=show_table_size_and_row_count,
            show_auth_tokens=show_auth_tokens,
            show_user=show_user,
            related=related,
            show_user_basemaps=show_user_basemaps,
        )

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        tables: builtins.list[str] | Unset = UNSET,
        source_visualization_id: str | Unset = UNSET,
        type: str | Unset = UNSET,
        map_id: None | str | Unset = UNSET,
        display_name: None | str | Unset = UNSET,
        title: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        license: None | str | Unset = UNSET,
        source: None | str | Unset = UNSET,
        attributions: None | str | Unset = UNSET,
        locked: bool | Unset = UNSET,
        kind: str | Unset = UNSET,
        active_layer_id: None | str | Unset = UNSET,
        updated_at: str | Unset = UNSET,
    ) -> Visualization:
        """Create a map.

        Needs the master key; viewers get 403 with an empty body. Give `tables` for a map of datasets, or
        `source_visualization_id` to copy a map or to make one of a dataset. With neither, `type` is needed (400
        `["Type can't be blank", "Type is not included in the list"]`), and the other fields are stored as they are:
        `derived` then makes a map without `map_id` and without layers, which nothing can draw. A private map
        becomes public without notice where the plan allows none, and a table that the caller cannot read gives a
        map of nothing.

        Errors: 400 `{"errors": [...]}`, or `{"errors": null}` if nothing could be built (`tables` is empty, or a
        number among them); 403 with an empty body if the source cannot be seen or is a raster, 403 `["Privacy is
        not included in the list"]`.

        Args:
            name (str | Unset): Name; `Untitled map` by default. If it is taken, a blank and a number are put after
                it.
            tables (list[str] | Unset): Datasets by name (`schema.name` will do) or id, one layer each. The map is
                private if one of them is, else by link if one is, else public.
            source_visualization_id (str | Unset): UUID of a map to copy or of a dataset to make a map of.
            type (str | Unset): Kind of visualization, **needed without `tables` and `source_visualization_id`**.
                Ignored with `tables`.
            map_id (None | str | Unset): UUID of a map to use. Ignored with `tables`.
            display_name (None | str | Unset): Name for people.
            title (None | str | Unset): Title.
            description (None | str | Unset): Text about it.
            tags (list[str] | Unset): Tags.
            privacy (str | Unset): `public`, `link`, `private` or `password`, in any case; `password` needs
                `password`. Unless told, `link` where the plan allows private maps and otherwise `public`.
            password (str | Unset): Password for privacy `password`.
            license (None | str | Unset): Id of a license, as in `license` of the visualization; not checked.
            source (None | str | Unset): Where the data is from.
            attributions (None | str | Unset): Whom to name.
            locked (bool | Unset): Lock it against changes.
            kind (str | Unset): `geom` or `raster`.
            active_layer_id (None | str | Unset): UUID of the active layer.
            updated_at (str | Unset): Timestamp to store.

        Returns:
            Visualization: The new visualization. The status is 200, not 201.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.visualization_create_request import VisualizationCreateRequest
        from .viz_create import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            body=VisualizationCreateRequest(
                name=name,
                tables=tables,
                source_visualization_id=source_visualization_id,
                type_=type,
                map_id=map_id,
                display_name=display_name,
                title=title,
                description=description,
                tags=tags,
                privacy=privacy,
                password=password,
                license_=license,
                source=source,
                attributions=attributions,
                locked=locked,
                kind=kind,
                active_layer_id=active_layer_id,
                updated_at=updated_at,
            ),
        )

    def read(
        self,
        viz_id: str,
        *,
        fetch_user: bool | Unset = UNSET,
        fetch_related_canonical_visualizations: bool | Unset = UNSET,
        show_user_basemaps: bool | Unset = UNSET,
        show_liked: bool | Unset = UNSET,
        show_permission: bool | Unset = UNSET,
        show_stats: bool | Unset = UNSET,
        show_auth_tokens: bool | Unset = UNSET,
        with_dependent_visualizations: int | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Visualization:
        """Read one visualization.

        The switches add fields that are left out by default: without them, `liked` and `permission` are missing,
        and `stats` is empty. Timestamps have the form `2021-03-02 10:00:06 UTC` here. The address must name the
        owner, or the caller to whom it is shared. Errors: 404 with `{"errors": "Visualization does not exist",
        "errors_cause": null}`, 403 if it cannot be seen (`errors_cause` is `privacy_password` where a password
        would help). A failure while the answer is put together is 404 with an empty body. `table` cannot be
        switched off, and the filters of `viz.list` (`type`, `exclude_shared`, …) are ignored.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.
            fetch_user (bool | Unset): True adds `user`.
            fetch_related_canonical_visualizations (bool | Unset): True adds `related_canonical_visualizations` and
                `related_canonical_visualizations_count`.
            show_user_basemaps (bool | Unset): True adds `basemaps` to `user`.
            show_liked (bool | Unset): True adds `liked`.
            show_permission (bool | Unset): True adds `permission`, also inside `table`.
            show_stats (bool | Unset): True fills `stats`.
            show_auth_tokens (bool | Unset): Requests `auth_tokens`, which are always present anyway.
            with_dependent_visualizations (int | Unset): N > 0 adds the N most recent `dependent_visualizations` and
                their count.
            password (str | Unset): Password of an item whose privacy is `password`. It will be part of the URL.

        Returns:
            Visualization: The visualization, in its long form for those with permission, in its short form for
                others.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_read import sync as _call

        show_auth_tokens = hide(show_auth_tokens)
        password = hide(password)
        return _call(
            client=self._client,
            viz_id=viz_id,
            fetch_user=fetch_user,
            fetch_related_canonical_visualizations=fetch_related_canonical_visualizations,
            show_user_basemaps=show_user_basemaps,
            show_liked=show_liked,
            show_permission=show_permission,
            show_stats=show_stats,
            show_auth_tokens=show_auth_tokens,
            with_dependent_visualizations=with_dependent_visualizations,
            password=password,
        )

    def update(
        self,
        viz_id: str,
        id: str,
        *,
        name: str | Unset = UNSET,
        display_name: None | str | Unset = UNSET,
        title: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        license: None | str | Unset = UNSET,
        source: None | str | Unset = UNSET,
        attributions: None | str | Unset = UNSET,
        locked: bool | Unset = UNSET,
        kind: str | Unset = UNSET,
        version: int | Unset = UNSET,
        active_layer_id: None | str | Unset = UNSET,
        updated_at: str | Unset = UNSET,
        transition_options: Any | Unset = UNSET,
    ) -> Visualization:
        """Change a visualization.

        Needs the master key and write permission. The body **must repeat the UUID** in `id`, or the answer is 403
        with an empty body. Fields that cannot be written are ignored, so a whole object can be sent back. Renaming
        a dataset renames its table, with the name made valid; a renaming that fails silently answers 200 with the
        old name. Errors: 403 `{"errors": [...]}` if the plan does not allow the privacy, otherwise 400 `{"errors":
        [...]}`. A dataset renamed to a taken name gets a number after it (`points_5`); `type` is ignored.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.
            id (str): UUID of the visualization, once more (a name will not do).
            name (str | Unset): New name. Renames the table of a dataset; made valid where needed (blanks become
                `_`).
            display_name (None | str | Unset): Name for people.
            title (None | str | Unset): Title.
            description (None | str | Unset): Text about it.
            tags (list[str] | Unset): All tags; replaces those it has.
            privacy (str | Unset): `public`, `link`, `private` or `password`, in any case; `password` needs
                `password`.
            password (str | Unset): Password for privacy `password`.
            license (None | str | Unset): Id of a license, as in `license` of the visualization; not checked.
            source (None | str | Unset): Where the data is from.
            attributions (None | str | Unset): Whom to name.
            locked (bool | Unset): Lock it against changes.
            kind (str | Unset): `geom` or `raster`.
            version (int | Unset): 3 turns a map of version 2 into a Builder map.
            active_layer_id (None | str | Unset): UUID of the active layer.
            updated_at (str | Unset): Timestamp to store.
            transition_options (Any | Unset): Object.

        Returns:
            Visualization: The visualization after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.visualization_update_request import VisualizationUpdateRequest
        from .viz_update import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            viz_id=viz_id,
            body=VisualizationUpdateRequest(
                id=id,
                name=name,
                display_name=display_name,
                title=title,
                description=description,
                tags=tags,
                privacy=privacy,
                password=password,
                license_=license,
                source=source,
                attributions=attributions,
                locked=locked,
                kind=kind,
                version=version,
                active_layer_id=active_layer_id,
                updated_at=updated_at,
                transition_options=transition_options,
            ),
        )

    def delete(self, viz_id: str) -> None:
        """Delete a visualization.

        For its owner, with the master key. Deleting a dataset drops its table, deletes the maps that use nothing
        else, and takes its layers out of the others. `locked` does not hinder it.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_delete import sync as _call

        _call(client=self._client, viz_id=viz_id)

    def like(self, viz_id: str) -> VisualizationLike:
        """Like a visualization.

        Needs a key and something that the caller can see; 403 with an empty body without a key. Liking twice gives
        400 `{"text":"…"}`.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            VisualizationLike: It is liked.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_like import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def unlike(self, viz_id: str) -> VisualizationLike:
        """Take back a like.

        Needs a key; 403 with an empty body without one. It is 200 with `liked` false as well where there was no
        like.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            VisualizationLike: It is no longer liked. The status is 200, with a body.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_unlike import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def watching(self, viz_id: str) -> builtins.list[str]:
        """List who is looking at a visualization.

        For members of an organization who can see it; 500 for an account without one.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            list[str]: Account names, in a bare list.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_watching import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def watch(self, viz_id: str) -> builtins.list[str]:
        """Tell that the caller is looking at a visualization.

        For members of an organization who can see it; 500 for an account without one. There is no body to send.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            list[str]: Account names of all who are looking, in a bare list.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_watch import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def related_templates(self, viz_id: str) -> MapTemplateList:
        """List map templates that suit a visualization.

        Needs the master key. 403 `{"error": "…"}` where templates are not enabled; 400 with an empty body for other
        failures.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            MapTemplateList: The templates.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_related_templates import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def google_maps_static_image(self, viz_id: str) -> StaticImageAddress:
        """Get the address of a Google Maps picture.

        The base map of a map, drawn by Google. For the owner, with the master key. Errors are 400 `{"errors":"…"}`.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.

        Returns:
            StaticImageAddress: The address.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_google_maps_static_image import sync as _call

        return _call(client=self._client, viz_id=viz_id)

    def vizjson_v2(self, viz_id: str, *, password: str | Unset = UNSET) -> Any:
        """Read a map as vizjson, version 2.

        The description of a map that `cartodb.js` draws: layers, their SQL and styles, bounds, overlays. Without a
        key only what everyone can see; otherwise 403 (with `errors_cause` `privacy_password` where a password would
        help) or 404.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.
            password (str | Unset): Password of an item whose privacy is `password`. It will be part of the URL.

        Returns:
            Any: The vizjson.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_vizjson_v2 import sync as _call

        password = hide(password)
        return _call(client=self._client, viz_id=viz_id, password=password)

    def vizjson_v3(self, viz_id: str, *, password: str | Unset = UNSET) -> Any:
        """Read a map as vizjson, version 3.

        The description of a map that `carto.js` 4 and the Builder draw: as version 2, with analyses, widgets and
        legends. Without a key only what everyone can see; otherwise 403 (with `errors_cause` `privacy_password`
        where a password would help) or 404.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.
            password (str | Unset): Password of an item whose privacy is `password`. It will be part of the URL.

        Returns:
            Any: The vizjson.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_vizjson_v3 import sync as _call

        password = hide(password)
        return _call(client=self._client, viz_id=viz_id, password=password)

    def static_image(self, viz_id: str, width: int, *, height: int) -> File:
        """Get a picture of a map.

        **Answers by a redirection** to a picture of the maps server, possibly on another host, so follow it without
        sending the key along. Without a key only what everyone can see. Errors: 400 for a size outside 2 to 8192.

        Args:
            viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
                Of equal names the dataset wins. No slash can be in it.
            width (int): Pixels, 2 to 8192.
            height (int): Pixels, 2 to 8192.

        Returns:
            File: The picture, where the redirection was followed. The server does not send it itself.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .viz_static_image import sync as _call

        return _call(client=self._client, viz_id=viz_id, width=width, height=height)


@documented_by(VizApi)
class AsyncVizApi:
    """The operations of `viz`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        types: str | Unset = UNSET,
        type: str | Unset = UNSET,
        q: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        shared: str | Unset = UNSET,
        only_shared: bool | Unset = UNSET,
        exclude_shared: bool | Unset = UNSET,
        only_liked: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
        privacy: str | Unset = UNSET,
        exclude_raster: bool | Unset = UNSET,
        only_published: bool | Unset = UNSET,
        only_with_display_name: bool | Unset = UNSET,
        subscribed: bool | Unset = UNSET,
        sample: bool | Unset = UNSET,
        bbox: str | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        with_dependent_visualizations: int | Unset = UNSET,
        load_totals: bool | Unset = UNSET,
        load_do_totals: bool | Unset = UNSET,
        show_stats: bool | Unset = UNSET,
        show_table: bool | Unset = UNSET,
        show_liked: bool | Unset = UNSET,
        show_permission: bool | Unset = UNSET,
        show_synchronization: bool | Unset = UNSET,
        show_uses_builder_features: bool | Unset = UNSET,
        show_table_size_and_row_count: bool | Unset = UNSET,
        show_auth_tokens: bool | Unset = UNSET,
        show_user: bool | Unset = UNSET,
        related: bool | Unset = UNSET,
        show_user_basemaps: bool | Unset = UNSET,
    ) -> VisualizationList:
        """List datasets, maps and other visualizations: see `VizApi.list`."""
        from .viz_list import asyncio as _call

        show_auth_tokens = hide(show_auth_tokens)
        return await _call(
            client=self._client,
            types=types,
            type_=type,
            q=q,
            tags=tags,
            shared=shared,
            only_shared=only_shared,
            exclude_shared=exclude_shared,
            only_liked=only_liked,
            locked=locked,
            privacy=privacy,
            exclude_raster=exclude_raster,
            only_published=only_published,
            only_with_display_name=only_with_display_name,
            subscribed=subscribed,
            sample=sample,
            bbox=bbox,
            order=order,
            order_direction=order_direction,
            page=page,
            per_page=per_page,
            with_dependent_visualizations=with_dependent_visualizations,
            load_totals=load_totals,
            load_do_totals=load_do_totals,
            show_stats=show_stats,
            show_table=show_table,
            show_liked=show_liked,
            show_permission=show_permission,
            show_synchronization=show_synchronization,
            show_uses_builder_features=show_uses_builder_features,
            show_table_size_and_row_count=show_table_size_and_row_count,
            show_auth_tokens=show_auth_tokens,
            show_user=show_user,
            related=related,
            show_user_basemaps=show_user_basemaps,
        )

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        tables: builtins.list[str] | Unset = UNSET,
        source_visualization_id: str | Unset = UNSET,
        type: str | Unset = UNSET,
        map_id: None | str | Unset = UNSET,
        display_name: None | str | Unset = UNSET,
        title: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        license: None | str | Unset = UNSET,
        source: None | str | Unset = UNSET,
        attributions: None | str | Unset = UNSET,
        locked: bool | Unset = UNSET,
        kind: str | Unset = UNSET,
        active_layer_id: None | str | Unset = UNSET,
        updated_at: str | Unset = UNSET,
    ) -> Visualization:
        """Create a map: see `VizApi.create`."""
        from ...models.visualization_create_request import VisualizationCreateRequest
        from .viz_create import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            body=VisualizationCreateRequest(
                name=name,
                tables=tables,
                source_visualization_id=source_visualization_id,
                type_=type,
                map_id=map_id,
                display_name=display_name,
                title=title,
                description=description,
                tags=tags,
                privacy=privacy,
                password=password,
                license_=license,
                source=source,
                attributions=attributions,
                locked=locked,
                kind=kind,
                active_layer_id=active_layer_id,
                updated_at=updated_at,
            ),
        )

    async def read(
        self,
        viz_id: str,
        *,
        fetch_user: bool | Unset = UNSET,
        fetch_related_canonical_visualizations: bool | Unset = UNSET,
        show_user_basemaps: bool | Unset = UNSET,
        show_liked: bool | Unset = UNSET,
        show_permission: bool | Unset = UNSET,
        show_stats: bool | Unset = UNSET,
        show_auth_tokens: bool | Unset = UNSET,
        with_dependent_visualizations: int | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Visualization:
        """Read one visualization: see `VizApi.read`."""
        from .viz_read import asyncio as _call

        show_auth_tokens = hide(show_auth_tokens)
        password = hide(password)
        return await _call(
            client=self._client,
            viz_id=viz_id,
            fetch_user=fetch_user,
            fetch_related_canonical_visualizations=fetch_related_canonical_visualizations,
            show_user_basemaps=show_user_basemaps,
            show_liked=show_liked,
            show_permission=show_permission,
            show_stats=show_stats,
            show_auth_tokens=show_auth_tokens,
            with_dependent_visualizations=with_dependent_visualizations,
            password=password,
        )

    async def update(
        self,
        viz_id: str,
        id: str,
        *,
        name: str | Unset = UNSET,
        display_name: None | str | Unset = UNSET,
        title: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        license: None | str | Unset = UNSET,
        source: None | str | Unset = UNSET,
        attributions: None | str | Unset = UNSET,
        locked: bool | Unset = UNSET,
        kind: str | Unset = UNSET,
        version: int | Unset = UNSET,
        active_layer_id: None | str | Unset = UNSET,
        updated_at: str | Unset = UNSET,
        transition_options: Any | Unset = UNSET,
    ) -> Visualization:
        """Change a visualization: see `VizApi.update`."""
        from ...models.visualization_update_request import VisualizationUpdateRequest
        from .viz_update import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            viz_id=viz_id,
            body=VisualizationUpdateRequest(
                id=id,
                name=name,
                display_name=display_name,
                title=title,
                description=description,
                tags=tags,
                privacy=privacy,
                password=password,
                license_=license,
                source=source,
                attributions=attributions,
                locked=locked,
                kind=kind,
                version=version,
                active_layer_id=active_layer_id,
                updated_at=updated_at,
                transition_options=transition_options,
            ),
        )

    async def delete(self, viz_id: str) -> None:
        """Delete a visualization: see `VizApi.delete`."""
        from .viz_delete import asyncio as _call

        await _call(client=self._client, viz_id=viz_id)

    async def like(self, viz_id: str) -> VisualizationLike:
        """Like a visualization: see `VizApi.like`."""
        from .viz_like import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def unlike(self, viz_id: str) -> VisualizationLike:
        """Take back a like: see `VizApi.unlike`."""
        from .viz_unlike import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def watching(self, viz_id: str) -> builtins.list[str]:
        """List who is looking at a visualization: see `VizApi.watching`."""
        from .viz_watching import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def watch(self, viz_id: str) -> builtins.list[str]:
        """Tell that the caller is looking at a visualization: see `VizApi.watch`."""
        from .viz_watch import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def related_templates(self, viz_id: str) -> MapTemplateList:
        """List map templates that suit a visualization: see `VizApi.related_templates`."""
        from .viz_related_templates import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def google_maps_static_image(self, viz_id: str) -> StaticImageAddress:
        """Get the address of a Google Maps picture: see `VizApi.google_maps_static_image`."""
        from .viz_google_maps_static_image import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id)

    async def vizjson_v2(self, viz_id: str, *, password: str | Unset = UNSET) -> Any:
        """Read a map as vizjson, version 2: see `VizApi.vizjson_v2`."""
        from .viz_vizjson_v2 import asyncio as _call

        password = hide(password)
        return await _call(client=self._client, viz_id=viz_id, password=password)

    async def vizjson_v3(self, viz_id: str, *, password: str | Unset = UNSET) -> Any:
        """Read a map as vizjson, version 3: see `VizApi.vizjson_v3`."""
        from .viz_vizjson_v3 import asyncio as _call

        password = hide(password)
        return await _call(client=self._client, viz_id=viz_id, password=password)

    async def static_image(self, viz_id: str, width: int, *, height: int) -> File:
        """Get a picture of a map: see `VizApi.static_image`."""
        from .viz_static_image import asyncio as _call

        return await _call(client=self._client, viz_id=viz_id, width=width, height=height)
