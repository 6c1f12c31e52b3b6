# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The models of requests and answers; each is imported when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .acl_entity import AclEntity
    from .acl_entry import AclEntry
    from .api_key import ApiKey
    from .api_key_grant import ApiKeyGrant
    from .api_key_links import ApiKeyLinks
    from .api_key_list import ApiKeyList
    from .api_key_schema_grant import ApiKeySchemaGrant
    from .api_key_table_grant import ApiKeyTableGrant
    from .api_key_user import ApiKeyUser
    from .batch_create_request import BatchCreateRequest
    from .batch_job import BatchJob
    from .copy_from_result import CopyFromResult
    from .copy_to_request import CopyToRequest
    from .group import Group
    from .import_ import Import
    from .import_connector import ImportConnector
    from .import_connector_connection import ImportConnectorConnection
    from .import_create_request import ImportCreateRequest
    from .import_created import ImportCreated
    from .import_error_text import ImportErrorText
    from .import_file_request import ImportFileRequest
    from .import_list import ImportList
    from .import_user_defined_limits import ImportUserDefinedLimits
    from .import_warnings import ImportWarnings
    from .page_link import PageLink
    from .page_links import PageLinks
    from .permission import Permission
    from .permission_entity import PermissionEntity
    from .sql_download_request import SqlDownloadRequest
    from .sql_error_body import SqlErrorBody
    from .sql_field import SqlField
    from .sql_fields import SqlFields
    from .sql_query_request import SqlQueryRequest
    from .sql_result import SqlResult
    from .synchronization import Synchronization
    from .table import Table
    from .user import User
    from .visualization import Visualization
    from .visualization_external_source import VisualizationExternalSource
    from .visualization_list import VisualizationList
    from .visualization_stats import VisualizationStats
    from .visualization_summary import VisualizationSummary
    from .visualization_table import VisualizationTable
    from .visualization_update_request import VisualizationUpdateRequest

__all__ = (
    "AclEntity",
    "AclEntry",
    "ApiKey",
    "ApiKeyGrant",
    "ApiKeyLinks",
    "ApiKeyList",
    "ApiKeySchemaGrant",
    "ApiKeyTableGrant",
    "ApiKeyUser",
    "BatchCreateRequest",
    "BatchJob",
    "CopyFromResult",
    "CopyToRequest",
    "Group",
    "Import",
    "ImportConnector",
    "ImportConnectorConnection",
    "ImportCreateRequest",
    "ImportCreated",
    "ImportErrorText",
    "ImportFileRequest",
    "ImportList",
    "ImportUserDefinedLimits",
    "ImportWarnings",
    "PageLink",
    "PageLinks",
    "Permission",
    "PermissionEntity",
    "SqlDownloadRequest",
    "SqlErrorBody",
    "SqlField",
    "SqlFields",
    "SqlQueryRequest",
    "SqlResult",
    "Synchronization",
    "Table",
    "User",
    "Visualization",
    "VisualizationExternalSource",
    "VisualizationList",
    "VisualizationStats",
    "VisualizationSummary",
    "VisualizationTable",
    "VisualizationUpdateRequest",
)

_MODULES = {
    "AclEntity": ".acl_entity",
    "AclEntry": ".acl_entry",
    "ApiKey": ".api_key",
    "ApiKeyGrant": ".api_key_grant",
    "ApiKeyLinks": ".api_key_links",
    "ApiKeyList": ".api_key_list",
    "ApiKeySchemaGrant": ".api_key_schema_grant",
    "ApiKeyTableGrant": ".api_key_table_grant",
    "ApiKeyUser": ".api_key_user",
    "BatchCreateRequest": ".batch_create_request",
    "BatchJob": ".batch_job",
    "CopyFromResult": ".copy_from_result",
    "CopyToRequest": ".copy_to_request",
    "Group": ".group",
    "Import": ".import_",
    "ImportConnector": ".import_connector",
    "ImportConnectorConnection": ".import_connector_connection",
    "ImportCreateRequest": ".import_create_request",
    "ImportCreated": ".import_created",
    "ImportErrorText": ".import_error_text",
    "ImportFileRequest": ".import_file_request",
    "ImportList": ".import_list",
    "ImportUserDefinedLimits": ".import_user_defined_limits",
    "ImportWarnings": ".import_warnings",
    "PageLink": ".page_link",
    "PageLinks": ".page_links",
    "Permission": ".permission",
    "PermissionEntity": ".permission_entity",
    "SqlDownloadRequest": ".sql_download_request",
    "SqlErrorBody": ".sql_error_body",
    "SqlField": ".sql_field",
    "SqlFields": ".sql_fields",
    "SqlQueryRequest": ".sql_query_request",
    "SqlResult": ".sql_result",
    "Synchronization": ".synchronization",
    "Table": ".table",
    "User": ".user",
    "Visualization": ".visualization",
    "VisualizationExternalSource": ".visualization_external_source",
    "VisualizationList": ".visualization_list",
    "VisualizationStats": ".visualization_stats",
    "VisualizationSummary": ".visualization_summary",
    "VisualizationTable": ".visualization_table",
    "VisualizationUpdateRequest": ".visualization_update_request",
}

# Hidden from type checkers, which would otherwise believe in every name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
