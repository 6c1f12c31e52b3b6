"""Synchronizations as parts of datasets and maps."""

from carto_ext.compat.resources import Resource


class Synchronization(Resource):
    """A synchronization of `carto.sync_tables`, nested in other resources."""

    _fields = """checksum content_guessing created_at error_code error_message etag from_external_source id interval
        log_id modified_at name quoted_fields_guessing ran_at retried_times run_at service_item_id service_name state
        type_guessing updated_at url user_id visualization_id"""
