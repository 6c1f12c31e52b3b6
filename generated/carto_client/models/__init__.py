# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The models of requests and answers, each imported on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .acl_entity import AclEntity
    from .acl_entry import AclEntry
    from .acl_request_entity import AclRequestEntity
    from .acl_request_entry import AclRequestEntry
    from .analysis_catalog import AnalysisCatalog
    from .analysis_status import AnalysisStatus
    from .api_key import ApiKey
    from .api_key_create_request import ApiKeyCreateRequest
    from .api_key_grant import ApiKeyGrant
    from .api_key_grant_request import ApiKeyGrantRequest
    from .api_key_links import ApiKeyLinks
    from .api_key_list import ApiKeyList
    from .api_key_schema_grant import ApiKeySchemaGrant
    from .api_key_schema_grant_request import ApiKeySchemaGrantRequest
    from .api_key_table_grant import ApiKeyTableGrant
    from .api_key_table_grant_request import ApiKeyTableGrantRequest
    from .api_key_user import ApiKeyUser
    from .app_create_request import AppCreateRequest
    from .app_list import AppList
    from .app_update_request import AppUpdateRequest
    from .batch_create_request import BatchCreateRequest
    from .batch_in_progress import BatchInProgress
    from .batch_job import BatchJob
    from .cartocss_meta import CartocssMeta
    from .cdn_template import CdnTemplate
    from .cdn_templates import CdnTemplates
    from .cdn_url import CdnUrl
    from .cluster_result import ClusterResult
    from .connection import Connection
    from .connection_authorization import ConnectionAuthorization
    from .connection_authorize_request import ConnectionAuthorizeRequest
    from .connection_connector import ConnectionConnector
    from .connection_create_request import ConnectionCreateRequest
    from .connection_created import ConnectionCreated
    from .connection_update_request import ConnectionUpdateRequest
    from .connector import Connector
    from .connector_checked import ConnectorChecked
    from .connector_dryrun_request import ConnectorDryrunRequest
    from .connector_information import ConnectorInformation
    from .connector_map import ConnectorMap
    from .copy_from_result import CopyFromResult
    from .copy_to_request import CopyToRequest
    from .dataset import Dataset
    from .dataset_list import DatasetList
    from .dataview_bin import DataviewBin
    from .dataview_category import DataviewCategory
    from .dataview_result import DataviewResult
    from .dataview_search_result import DataviewSearchResult
    from .empty_object import EmptyObject
    from .export_create_request import ExportCreateRequest
    from .export_job import ExportJob
    from .feature_attributes import FeatureAttributes
    from .grantable import Grantable
    from .grantable_list import GrantableList
    from .group import Group
    from .group_list import GroupList
    from .group_members_request import GroupMembersRequest
    from .group_password_confirmation import GroupPasswordConfirmation
    from .group_request import GroupRequest
    from .http_urls import HttpUrls
    from .import_connector import ImportConnector
    from .import_connector_connection import ImportConnectorConnection
    from .import_create_request import ImportCreateRequest
    from .import_created import ImportCreated
    from .import_error_text import ImportErrorText
    from .import_file_request import ImportFileRequest
    from .import_job import ImportJob
    from .import_list import ImportList
    from .import_service_auth_url import ImportServiceAuthUrl
    from .import_service_files import ImportServiceFiles
    from .import_service_success import ImportServiceSuccess
    from .import_service_token import ImportServiceToken
    from .import_user_defined_limits import ImportUserDefinedLimits
    from .import_warnings import ImportWarnings
    from .kuviz import Kuviz
    from .kuviz_create_request import KuvizCreateRequest
    from .kuviz_list import KuvizList
    from .kuviz_update_request import KuvizUpdateRequest
    from .layer_aggregation import LayerAggregation
    from .layer_meta import LayerMeta
    from .layer_stats import LayerStats
    from .layergroup import Layergroup
    from .layergroup_analysis import LayergroupAnalysis
    from .layergroup_dataview import LayergroupDataview
    from .layergroup_dataviews import LayergroupDataviews
    from .layergroup_layer import LayergroupLayer
    from .layergroup_metadata import LayergroupMetadata
    from .layergroup_node import LayergroupNode
    from .layergroup_nodes import LayergroupNodes
    from .layergroup_tilejson import LayergroupTilejson
    from .layergroup_torque import LayergroupTorque
    from .layergroup_url import LayergroupUrl
    from .map_buffer_size import MapBufferSize
    from .map_config import MapConfig
    from .map_dataview import MapDataview
    from .map_dataviews import MapDataviews
    from .map_layer import MapLayer
    from .map_layer_attributes import MapLayerAttributes
    from .map_layer_change import MapLayerChange
    from .map_layer_list import MapLayerList
    from .map_layer_options import MapLayerOptions
    from .map_layer_request import MapLayerRequest
    from .map_layer_update_request import MapLayerUpdateRequest
    from .map_layers_update_request import MapLayersUpdateRequest
    from .map_settings import MapSettings
    from .map_settings_update_request import MapSettingsUpdateRequest
    from .map_source import MapSource
    from .map_template import MapTemplate
    from .map_template_list import MapTemplateList
    from .map_template_reference import MapTemplateReference
    from .maps_error_analysis import MapsErrorAnalysis
    from .maps_error_body import MapsErrorBody
    from .maps_error_context import MapsErrorContext
    from .maps_error_layer import MapsErrorLayer
    from .me import Me
    from .me_api_endpoints import MeApiEndpoints
    from .me_config import MeConfig
    from .me_delete_request import MeDeleteRequest
    from .me_deleted import MeDeleted
    from .me_identity import MeIdentity
    from .me_identity_group import MeIdentityGroup
    from .me_identity_organization import MeIdentityOrganization
    from .me_identity_owner import MeIdentityOwner
    from .me_notification import MeNotification
    from .me_service import MeService
    from .me_update_request import MeUpdateRequest
    from .me_update_user import MeUpdateUser
    from .mfa_created import MfaCreated
    from .named_map import NamedMap
    from .named_map_auth import NamedMapAuth
    from .named_map_bounds import NamedMapBounds
    from .named_map_center import NamedMapCenter
    from .named_map_id import NamedMapId
    from .named_map_list import NamedMapList
    from .named_map_placeholder import NamedMapPlaceholder
    from .named_map_placeholders import NamedMapPlaceholders
    from .named_map_preview_layers import NamedMapPreviewLayers
    from .named_map_template import NamedMapTemplate
    from .named_map_view import NamedMapView
    from .organization import Organization
    from .organization_admin import OrganizationAdmin
    from .organization_member_list import OrganizationMemberList
    from .organization_owner import OrganizationOwner
    from .organization_user import OrganizationUser
    from .organization_user_create_request import OrganizationUserCreateRequest
    from .organization_user_extras import OrganizationUserExtras
    from .organization_user_update_request import OrganizationUserUpdateRequest
    from .page_link import PageLink
    from .page_links import PageLinks
    from .permission import Permission
    from .permission_entity import PermissionEntity
    from .permission_update_request import PermissionUpdateRequest
    from .sql_download_request import SqlDownloadRequest
    from .sql_error_body import SqlErrorBody
    from .sql_field import SqlField
    from .sql_fields import SqlFields
    from .sql_health import SqlHealth
    from .sql_query_request import SqlQueryRequest
    from .sql_result import SqlResult
    from .sql_version import SqlVersion
    from .static_image_address import StaticImageAddress
    from .synchronization import Synchronization
    from .synchronization_create_request import SynchronizationCreateRequest
    from .synchronization_created import SynchronizationCreated
    from .synchronization_data_import import SynchronizationDataImport
    from .synchronization_enqueued import SynchronizationEnqueued
    from .synchronization_list import SynchronizationList
    from .synchronization_state import SynchronizationState
    from .synchronization_update_request import SynchronizationUpdateRequest
    from .table import Table
    from .table_column import TableColumn
    from .table_column_create_request import TableColumnCreateRequest
    from .table_column_type import TableColumnType
    from .table_column_update_request import TableColumnUpdateRequest
    from .table_create_request import TableCreateRequest
    from .table_update_request import TableUpdateRequest
    from .table_updated import TableUpdated
    from .tag_count import TagCount
    from .tag_list import TagList
    from .tile_json import TileJson
    from .tile_url import TileUrl
    from .torque_point import TorquePoint
    from .upload import Upload
    from .upload_create_request import UploadCreateRequest
    from .user import User
    from .user_actions import UserActions
    from .user_datasource import UserDatasource
    from .user_email_notifications import UserEmailNotifications
    from .user_limits import UserLimits
    from .user_mobile_apps import UserMobileApps
    from .user_profile import UserProfile
    from .user_service_use import UserServiceUse
    from .user_storage import UserStorage
    from .user_twitter import UserTwitter
    from .utf_grid import UtfGrid
    from .utf_grid_data import UtfGridData
    from .visualization import Visualization
    from .visualization_create_request import VisualizationCreateRequest
    from .visualization_external_source import VisualizationExternalSource
    from .visualization_layer import VisualizationLayer
    from .visualization_like import VisualizationLike
    from .visualization_list import VisualizationList
    from .visualization_stats import VisualizationStats
    from .visualization_summary import VisualizationSummary
    from .visualization_table import VisualizationTable
    from .visualization_update_request import VisualizationUpdateRequest

__all__ = (
    "AclEntity",
    "AclEntry",
    "AclRequestEntity",
    "AclRequestEntry",
    "AnalysisCatalog",
    "AnalysisStatus",
    "ApiKey",
    "ApiKeyCreateRequest",
    "ApiKeyGrant",
    "ApiKeyGrantRequest",
    "ApiKeyLinks",
    "ApiKeyList",
    "ApiKeySchemaGrant",
    "ApiKeySchemaGrantRequest",
    "ApiKeyTableGrant",
    "ApiKeyTableGrantRequest",
    "ApiKeyUser",
    "AppCreateRequest",
    "AppList",
    "AppUpdateRequest",
    "BatchCreateRequest",
    "BatchInProgress",
    "BatchJob",
    "CartocssMeta",
    "CdnTemplate",
    "CdnTemplates",
    "CdnUrl",
    "ClusterResult",
    "Connection",
    "ConnectionAuthorization",
    "ConnectionAuthorizeRequest",
    "ConnectionConnector",
    "ConnectionCreateRequest",
    "ConnectionCreated",
    "ConnectionUpdateRequest",
    "Connector",
    "ConnectorChecked",
    "ConnectorDryrunRequest",
    "ConnectorInformation",
    "ConnectorMap",
    "CopyFromResult",
    "CopyToRequest",
    "Dataset",
    "DatasetList",
    "DataviewBin",
    "DataviewCategory",
    "DataviewResult",
    "DataviewSearchResult",
    "EmptyObject",
    "ExportCreateRequest",
    "ExportJob",
    "FeatureAttributes",
    "Grantable",
    "GrantableList",
    "Group",
    "GroupList",
    "GroupMembersRequest",
    "GroupPasswordConfirmation",
    "GroupRequest",
    "HttpUrls",
    "ImportConnector",
    "ImportConnectorConnection",
    "ImportCreateRequest",
    "ImportCreated",
    "ImportErrorText",
    "ImportFileRequest",
    "ImportJob",
    "ImportList",
    "ImportServiceAuthUrl",
    "ImportServiceFiles",
    "ImportServiceSuccess",
    "ImportServiceToken",
    "ImportUserDefinedLimits",
    "ImportWarnings",
    "Kuviz",
    "KuvizCreateRequest",
    "KuvizList",
    "KuvizUpdateRequest",
    "LayerAggregation",
    "LayerMeta",
    "LayerStats",
    "Layergroup",
    "LayergroupAnalysis",
    "LayergroupDataview",
    "LayergroupDataviews",
    "LayergroupLayer",
    "LayergroupMetadata",
    "LayergroupNode",
    "LayergroupNodes",
    "LayergroupTilejson",
    "LayergroupTorque",
    "LayergroupUrl",
    "MapBufferSize",
    "MapConfig",
    "MapDataview",
    "MapDataviews",
    "MapLayer",
    "MapLayerAttributes",
    "MapLayerChange",
    "MapLayerList",
    "MapLayerOptions",
    "MapLayerRequest",
    "MapLayerUpdateRequest",
    "MapLayersUpdateRequest",
    "MapSettings",
    "MapSettingsUpdateRequest",
    "MapSource",
    "MapTemplate",
    "MapTemplateList",
    "MapTemplateReference",
    "MapsErrorAnalysis",
    "MapsErrorBody",
    "MapsErrorContext",
    "MapsErrorLayer",
    "Me",
    "MeApiEndpoints",
    "MeConfig",
    "MeDeleteRequest",
    "MeDeleted",
    "MeIdentity",
    "MeIdentityGroup",
    "MeIdentityOrganization",
    "MeIdentityOwner",
    "MeNotification",
    "MeService",
    "MeUpdateRequest",
    "MeUpdateUser",
    "MfaCreated",
    "NamedMap",
    "NamedMapAuth",
    "NamedMapBounds",
    "NamedMapCenter",
    "NamedMapId",
    "NamedMapList",
    "NamedMapPlaceholder",
    "NamedMapPlaceholders",
    "NamedMapPreviewLayers",
    "NamedMapTemplate",
    "NamedMapView",
    "Organization",
    "OrganizationAdmin",
    "OrganizationMemberList",
    "OrganizationOwner",
    "OrganizationUser",
    "OrganizationUserCreateRequest",
    "OrganizationUserExtras",
    "OrganizationUserUpdateRequest",
    "PageLink",
    "PageLinks",
    "Permission",
    "PermissionEntity",
    "PermissionUpdateRequest",
    "SqlDownloadRequest",
    "SqlErrorBody",
    "SqlField",
    "SqlFields",
    "SqlHealth",
    "SqlQueryRequest",
    "SqlResult",
    "SqlVersion",
    "StaticImageAddress",
    "Synchronization",
    "SynchronizationCreateRequest",
    "SynchronizationCreated",
    "SynchronizationDataImport",
    "SynchronizationEnqueued",
    "SynchronizationList",
    "SynchronizationState",
    "SynchronizationUpdateRequest",
    "Table",
    "TableColumn",
    "TableColumnCreateRequest",
    "TableColumnType",
    "TableColumnUpdateRequest",
    "TableCreateRequest",
    "TableUpdateRequest",
    "TableUpdated",
    "TagCount",
    "TagList",
    "TileJson",
    "TileUrl",
    "TorquePoint",
    "Upload",
    "UploadCreateRequest",
    "User",
    "UserActions",
    "UserDatasource",
    "UserEmailNotifications",
    "UserLimits",
    "UserMobileApps",
    "UserProfile",
    "UserServiceUse",
    "UserStorage",
    "UserTwitter",
    "UtfGrid",
    "UtfGridData",
    "Visualization",
    "VisualizationCreateRequest",
    "VisualizationExternalSource",
    "VisualizationLayer",
    "VisualizationLike",
    "VisualizationList",
    "VisualizationStats",
    "VisualizationSummary",
    "VisualizationTable",
    "VisualizationUpdateRequest",
)

_MODULES = {
    "AclEntity": ".acl_entity",
    "AclEntry": ".acl_entry",
    "AclRequestEntity": ".acl_request_entity",
    "AclRequestEntry": ".acl_request_entry",
    "AnalysisCatalog": ".analysis_catalog",
    "AnalysisStatus": ".analysis_status",
    "ApiKey": ".api_key",
    "ApiKeyCreateRequest": ".api_key_create_request",
    "ApiKeyGrant": ".api_key_grant",
    "ApiKeyGrantRequest": ".api_key_grant_request",
    "ApiKeyLinks": ".api_key_links",
    "ApiKeyList": ".api_key_list",
    "ApiKeySchemaGrant": ".api_key_schema_grant",
    "ApiKeySchemaGrantRequest": ".api_key_schema_grant_request",
    "ApiKeyTableGrant": ".api_key_table_grant",
    "ApiKeyTableGrantRequest": ".api_key_table_grant_request",
    "ApiKeyUser": ".api_key_user",
    "AppCreateRequest": ".app_create_request",
    "AppList": ".app_list",
    "AppUpdateRequest": ".app_update_request",
    "BatchCreateRequest": ".batch_create_request",
    "BatchInProgress": ".batch_in_progress",
    "BatchJob": ".batch_job",
    "CartocssMeta": ".cartocss_meta",
    "CdnTemplate": ".cdn_template",
    "CdnTemplates": ".cdn_templates",
    "CdnUrl": ".cdn_url",
    "ClusterResult": ".cluster_result",
    "Connection": ".connection",
    "ConnectionAuthorization": ".connection_authorization",
    "ConnectionAuthorizeRequest": ".connection_authorize_request",
    "ConnectionConnector": ".connection_connector",
    "ConnectionCreateRequest": ".connection_create_request",
    "ConnectionCreated": ".connection_created",
    "ConnectionUpdateRequest": ".connection_update_request",
    "Connector": ".connector",
    "ConnectorChecked": ".connector_checked",
    "ConnectorDryrunRequest": ".connector_dryrun_request",
    "ConnectorInformation": ".connector_information",
    "ConnectorMap": ".connector_map",
    "CopyFromResult": ".copy_from_result",
    "CopyToRequest": ".copy_to_request",
    "Dataset": ".dataset",
    "DatasetList": ".dataset_list",
    "DataviewBin": ".dataview_bin",
    "DataviewCategory": ".dataview_category",
    "DataviewResult": ".dataview_result",
    "DataviewSearchResult": ".dataview_search_result",
    "EmptyObject": ".empty_object",
    "ExportCreateRequest": ".export_create_request",
    "ExportJob": ".export_job",
    "FeatureAttributes": ".feature_attributes",
    "Grantable": ".grantable",
    "GrantableList": ".grantable_list",
    "Group": ".group",
    "GroupList": ".group_list",
    "GroupMembersRequest": ".group_members_request",
    "GroupPasswordConfirmation": ".group_password_confirmation",
    "GroupRequest": ".group_request",
    "HttpUrls": ".http_urls",
    "ImportConnector": ".import_connector",
    "ImportConnectorConnection": ".import_connector_connection",
    "ImportCreateRequest": ".import_create_request",
    "ImportCreated": ".import_created",
    "ImportErrorText": ".import_error_text",
    "ImportFileRequest": ".import_file_request",
    "ImportJob": ".import_job",
    "ImportList": ".import_list",
    "ImportServiceAuthUrl": ".import_service_auth_url",
    "ImportServiceFiles": ".import_service_files",
    "ImportServiceSuccess": ".import_service_success",
    "ImportServiceToken": ".import_service_token",
    "ImportUserDefinedLimits": ".import_user_defined_limits",
    "ImportWarnings": ".import_warnings",
    "Kuviz": ".kuviz",
    "KuvizCreateRequest": ".kuviz_create_request",
    "KuvizList": ".kuviz_list",
    "KuvizUpdateRequest": ".kuviz_update_request",
    "LayerAggregation": ".layer_aggregation",
    "LayerMeta": ".layer_meta",
    "LayerStats": ".layer_stats",
    "Layergroup": ".layergroup",
    "LayergroupAnalysis": ".layergroup_analysis",
    "LayergroupDataview": ".layergroup_dataview",
    "LayergroupDataviews": ".layergroup_dataviews",
    "LayergroupLayer": ".layergroup_layer",
    "LayergroupMetadata": ".layergroup_metadata",
    "LayergroupNode": ".layergroup_node",
    "LayergroupNodes": ".layergroup_nodes",
    "LayergroupTilejson": ".layergroup_tilejson",
    "LayergroupTorque": ".layergroup_torque",
    "LayergroupUrl": ".layergroup_url",
    "MapBufferSize": ".map_buffer_size",
    "MapConfig": ".map_config",
    "MapDataview": ".map_dataview",
    "MapDataviews": ".map_dataviews",
    "MapLayer": ".map_layer",
    "MapLayerAttributes": ".map_layer_attributes",
    "MapLayerChange": ".map_layer_change",
    "MapLayerList": ".map_layer_list",
    "MapLayerOptions": ".map_layer_options",
    "MapLayerRequest": ".map_layer_request",
    "MapLayerUpdateRequest": ".map_layer_update_request",
    "MapLayersUpdateRequest": ".map_layers_update_request",
    "MapSettings": ".map_settings",
    "MapSettingsUpdateRequest": ".map_settings_update_request",
    "MapSource": ".map_source",
    "MapTemplate": ".map_template",
    "MapTemplateList": ".map_template_list",
    "MapTemplateReference": ".map_template_reference",
    "MapsErrorAnalysis": ".maps_error_analysis",
    "MapsErrorBody": ".maps_error_body",
    "MapsErrorContext": ".maps_error_context",
    "MapsErrorLayer": ".maps_error_layer",
    "Me": ".me",
    "MeApiEndpoints": ".me_api_endpoints",
    "MeConfig": ".me_config",
    "MeDeleteRequest": ".me_delete_request",
    "MeDeleted": ".me_deleted",
    "MeIdentity": ".me_identity",
    "MeIdentityGroup": ".me_identity_group",
    "MeIdentityOrganization": ".me_identity_organization",
    "MeIdentityOwner": ".me_identity_owner",
    "MeNotification": ".me_notification",
    "MeService": ".me_service",
    "MeUpdateRequest": ".me_update_request",
    "MeUpdateUser": ".me_update_user",
    "MfaCreated": ".mfa_created",
    "NamedMap": ".named_map",
    "NamedMapAuth": ".named_map_auth",
    "NamedMapBounds": ".named_map_bounds",
    "NamedMapCenter": ".named_map_center",
    "NamedMapId": ".named_map_id",
    "NamedMapList": ".named_map_list",
    "NamedMapPlaceholder": ".named_map_placeholder",
    "NamedMapPlaceholders": ".named_map_placeholders",
    "NamedMapPreviewLayers": ".named_map_preview_layers",
    "NamedMapTemplate": ".named_map_template",
    "NamedMapView": ".named_map_view",
    "Organization": ".organization",
    "OrganizationAdmin": ".organization_admin",
    "OrganizationMemberList": ".organization_member_list",
    "OrganizationOwner": ".organization_owner",
    "OrganizationUser": ".organization_user",
    "OrganizationUserCreateRequest": ".organization_user_create_request",
    "OrganizationUserExtras": ".organization_user_extras",
    "OrganizationUserUpdateRequest": ".organization_user_update_request",
    "PageLink": ".page_link",
    "PageLinks": ".page_links",
    "Permission": ".permission",
    "PermissionEntity": ".permission_entity",
    "PermissionUpdateRequest": ".permission_update_request",
    "SqlDownloadRequest": ".sql_download_request",
    "SqlErrorBody": ".sql_error_body",
    "SqlField": ".sql_field",
    "SqlFields": ".sql_fields",
    "SqlHealth": ".sql_health",
    "SqlQueryRequest": ".sql_query_request",
    "SqlResult": ".sql_result",
    "SqlVersion": ".sql_version",
    "StaticImageAddress": ".static_image_address",
    "Synchronization": ".synchronization",
    "SynchronizationCreateRequest": ".synchronization_create_request",
    "SynchronizationCreated": ".synchronization_created",
    "SynchronizationDataImport": ".synchronization_data_import",
    "SynchronizationEnqueued": ".synchronization_enqueued",
    "SynchronizationList": ".synchronization_list",
    "SynchronizationState": ".synchronization_state",
    "SynchronizationUpdateRequest": ".synchronization_update_request",
    "Table": ".table",
    "TableColumn": ".table_column",
    "TableColumnCreateRequest": ".table_column_create_request",
    "TableColumnType": ".table_column_type",
    "TableColumnUpdateRequest": ".table_column_update_request",
    "TableCreateRequest": ".table_create_request",
    "TableUpdateRequest": ".table_update_request",
    "TableUpdated": ".table_updated",
    "TagCount": ".tag_count",
    "TagList": ".tag_list",
    "TileJson": ".tile_json",
    "TileUrl": ".tile_url",
    "TorquePoint": ".torque_point",
    "Upload": ".upload",
    "UploadCreateRequest": ".upload_create_request",
    "User": ".user",
    "UserActions": ".user_actions",
    "UserDatasource": ".user_datasource",
    "UserEmailNotifications": ".user_email_notifications",
    "UserLimits": ".user_limits",
    "UserMobileApps": ".user_mobile_apps",
    "UserProfile": ".user_profile",
    "UserServiceUse": ".user_service_use",
    "UserStorage": ".user_storage",
    "UserTwitter": ".user_twitter",
    "UtfGrid": ".utf_grid",
    "UtfGridData": ".utf_grid_data",
    "Visualization": ".visualization",
    "VisualizationCreateRequest": ".visualization_create_request",
    "VisualizationExternalSource": ".visualization_external_source",
    "VisualizationLayer": ".visualization_layer",
    "VisualizationLike": ".visualization_like",
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
