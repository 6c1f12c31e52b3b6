"""All routes of the central application, in one list."""

from starlette.routing import Route

from carto_sandbox.central_api import (
    api_keys,
    exports,
    imports,
    listings,
    map_settings,
    me,
    members,
    permissions,
    switched_off,
    synchronizations,
    upload_files,
    users,
)
from carto_sandbox.central_api.tables import columns, records, tables
from carto_sandbox.central_api.tables import writes as table_writes
from carto_sandbox.central_api.viz import actions as viz_actions
from carto_sandbox.central_api.viz import create as viz_create
from carto_sandbox.central_api.viz import kuviz, viz

_MODULES = (
    imports, upload_files, synchronizations, viz, viz_create, viz_actions, exports, kuviz, tables, table_writes,
    columns, records, permissions, listings, users, members, me, api_keys, map_settings, switched_off,
)  # fmt: skip

central_routes: list[Route] = [route for module in _MODULES for route in module.routes]
