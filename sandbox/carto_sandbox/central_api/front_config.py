"""The server's configuration for CARTO's own pages, as in an installation without extras."""

from typing import Any

_FRONTEND_VERSION = "1.0.0-assets.291"
_ASSETS = "http://cartodb-libs.global.ssl.fastly.net/cartodbui/assets"
_MAX_ASSET_BYTES = 5 * 1024**2
_LICENSES = {
    "mit": "MIT",
    "apache": "Apache license",
    "gplv3": "GPLv3 license",
    "gplv2": "GPLv2 license",
    "pddl": "Public Domain Dedication and License",
    "cc_0": "CC0: CC Public domain",
    "cc_by": "CC BY: Attribution alone",
    "cc_by_nc": "CC BY-NC: Attribution + Noncommercial",
    "cc_by_sa": "CC BY-SA: Attribution + ShareAlike",
    "cc_by_nd": "CC BY-ND: Attribution + NoDerivatives",
    "cc_by_nc_sa": "CC BY-NC-SA: Attribution + Noncommercial + ShareAlike",
    "cc_by_nc_nd": "CC BY-NC-ND: Attribution + Noncommercial + NoDerivatives",
    "public_domain": "Public domain",
    "open_government": "Open Government License",
}
_NULLS = (
    "oauth_dropbox", "oauth_box", "oauth_gdrive", "oauth_instagram", "oauth_mailchimp", "oauth_bigquery",
    "oauth_mechanism_bigquery", "arcgis_enabled", "salesforce_enabled", "hive_enabled", "fullstory_org", "statsd_host",
    "statsd_port",
)  # fmt: skip
_OFF = (
    "fullstory_enabled", "dropbox_api_key", "bigquery_enabled", "bigquery_uses_service_auth", "mysql_enabled",
    "postgres_enabled", "sqlserver_enabled", "snowflake_enabled", "redshift_enabled", "data_library_enabled",
)  # fmt: skip
_SERVICES = ("geocoder_internal", "hires_geocoder", "isolines", "routing", "data_observatory")
_EVENTS = (
    "import_failed", "geocoding_failed", "import_success", "geocoding_success", "published_visualization",
    "visited_dashboard", "connect_dataset", "create_map", "export_table", "export_map", "export_public_map",
    "select_wms", "color_basemap", "pattern_basemap", "geocoding", "visual_merge", "common_data", "cartocss_manually",
    "wizard", "filter", "query", "applied_sql", "applied_cartocss", "modified_style_form", "completed_connection",
    "failed_connection", "created_analysis", "modified_analysis", "published_map", "exported_map",
)  # fmt: skip


def present_front(username: str, base_url: str) -> dict[str, Any]:
    """For everybody."""
    host = base_url.partition("/user/")[0]
    template = f"{host}/user/{{user}}"
    nulls = ("trackjs_customer", "trackjs_enabled", "trackjs_app_key", "google_tag_manager_id", "intercom_app_id")
    config = {
        "region": None,
        "app_assets_base_url": _ASSETS,
        "maps_api_template": template,
        "maps_api_v2_template": None,
        "sql_api_template": template,
        "user_name": username,
        "cartodb_com_hosted": True,
        "account_host": host.partition("://")[2],
        "upgrade_url": False,
        **dict.fromkeys(nulls),
    }
    return {"user_frontend_version": _FRONTEND_VERSION, "config": config}


def present_config() -> dict[str, Any]:
    """The additional configuration for logged-in users."""
    events = ",".join(f'"{name}":""' for name in _EVENTS)
    return {
        **dict.fromkeys(_NULLS),
        **dict.fromkeys(_OFF, False),
        "dataobservatory_enabled": True,
        "max_asset_file_size": _MAX_ASSET_BYTES,
        "watcher_ttl": 60,
        "licenses": [{"id": key, "name": name} for key, name in _LICENSES.items()],
        "avatar_valid_extensions": ["jpeg", "jpg", "gif", "png"],
        "app_name": "CARTO",
        "datasource_search_twitter": "http://fake.url.nil",
        "error_track_url": "https://viz2.carto.com/api/v1/sql",
        "error_track_percent_users": 10,
        "dataservices_enabled": dict.fromkeys(_SERVICES, False),
        "hubspot_token": "yourtoken",
        "hubspot_ids": f"{{{events}}}",
        "hubspot_form_ids": {"newsletter": ""},
    }
