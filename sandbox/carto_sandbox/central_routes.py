"""All routes of the central application, in one list."""

from starlette.routing import Route

from carto_sandbox import (
    api_keys,
    columns,
    exports,
    imports,
    kuviz,
    listings,
    map_settings,
    me,
    members,
    permissions,
    records,
    switched_off,
    synchronizations,
    table_writes,
    tables,
    upload_files,
    users,
    viz,
    viz_actions,
    viz_create,
)

_MODULES = (
    imports, upload_files, synchronizations, viz, viz_create, viz_actions, exports, kuviz, tables, table_writes,
    columns, records, permissions, listings, users, members, me, api_keys, map_settings, switched_off,
)  # fmt: skip

central_routes: list[Route] = [route for module in _MODULES for route in module.routes]
