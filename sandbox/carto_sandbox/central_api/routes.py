"""All routes of the central application, in one list."""

from starlette.routing import Route

from carto_sandbox.central_api import (
    api_keys,
    exports,
    imports,
    listings,
    me,
    permissions,
    switched_off,
    synchronizations,
    upload_files,
)
from carto_sandbox.central_api.maps import layers, settings
from carto_sandbox.central_api.organization import groups, members, second_factors, users
from carto_sandbox.central_api.tables import columns, records, tables
from carto_sandbox.central_api.tables import writes as table_writes
from carto_sandbox.central_api.viz import actions as viz_actions
from carto_sandbox.central_api.viz import create as viz_create
from carto_sandbox.central_api.viz import kuviz, viz, vizjson

_MODULES = (
    imports, upload_files, synchronizations, viz, viz_create, viz_actions, vizjson, exports, kuviz, tables,
    table_writes, columns, records, permissions, listings, users, members, groups, second_factors, me, api_keys,
    settings, layers, switched_off,
)  # fmt: skip

central_routes: list[Route] = [route for module in _MODULES for route in module.routes]
