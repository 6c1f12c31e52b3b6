# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.import_error_text import ImportErrorText
    from ..models.import_warnings import ImportWarnings


@cache
def _nested_models() -> Any:
    from ..models.import_error_text import ImportErrorText
    from ..models.import_warnings import ImportWarnings

    return (ImportErrorText, ImportWarnings)


@_attrs_define
class ImportJob(Extensible[Any]):
    """An import as it is at the moment."""

    id: str
    """ UUID, the same as `queue_id` and as `item_queue_id` of the creation. """
    queue_id: str
    """ The same as `id`. """
    user_id: str
    """ UUID of the account. """
    state: str
    """ `enqueued` (a big file waits for its storage), `pending` (queued), `uploading` (the source is fetched),
    `unpacking`, `importing`, `guessing`, `geocoding`, then `complete` or `failure`. `stuck` is known to the
    server as an end but was never seen. Treat any other value as running. """
    table_id: None | str
    """ UUID of the table, once complete. An archive can make several tables; only the last one is reported. """
    table_name: None | str
    """ Name asked for, then the real name once complete. """
    tables_created_count: int | None
    """ Number of tables (at most 26), **those that failed included**: an archive of one good and one broken file is
    complete with `error_code` 1002, count 2 and one table. 0 for `sql` and `table_copy` though a table was
    made, and if all were skipped; null until complete. """
    data_type: None | str
    """ The kind of source; `datasource` if none was given. """
    display_name: str
    """ File name or other name of the source for people, else the id. """
    original_url: None | str
    """ The URL, `public/uploads/TOKEN/NAME` for uploads, `""` for services and connectors. """
    error_code: int | None
    """ 1 server installation; 1000-1023 getting at the data (1010 no source at all, 1012 error of a loader such as
    a GeometryCollection, 1001 download failed, 1002 file type unknown, 1003 archive broken, 1005 empty, 1006
    shapefile broken, 1014 no usable name, 1018 password protected, 1019 too many layers, 1020 download timeout,
    1022 all skipped); 1100-1103 URL (1100 not found, 1101 forbidden, 1102 unknown host, 1103 incomplete);
    1500-1502 connectors; 2001-2014 loading (2001 unable to load, 2002, 2006, 2007 encoding, 2003 malformed CSV,
    2004 too many columns, 2005 duplicated column, 2010, 2011 not a CARTO table, 2012, 2013 cannot overwrite,
    2014 geometries); 3007-3202 geographic formats (3007 GeoJSON, 3008 SRID, 3101 no .prj file); 6666 too big,
    6667 timed out, 6668 too many rows, 6669 too many imports at once, 6671 worker vanished; 8001-8008 limits of
    the account (8001 storage, 8002 number of datasets, 8003 query failed); 99999 unknown. """
    get_error_text: ImportErrorText | None
    """ The error in words. Null without an error **and** for codes that the server has no words for (1010). """
    warnings: ImportWarnings | None
    """ Parts that were left out of a successful import. """
    type_guessing: bool
    """ As asked for. """
    quoted_fields_guessing: bool
    """ As asked for. """
    content_guessing: bool
    """ As asked for. """
    create_visualization: bool
    """ True if a map was requested (`create_vis`). """
    visualization_id: None | str
    """ UUID of the map, with `create_vis`. """
    synchronization_id: None | str
    """ UUID of the synchronization that began this import. """
    user_defined_limits: None | str
    """ A string that contains JSON, like `{"twitter_credits_limit":0}`. """
    is_raster: bool
    """ True if the source is a raster. """
    success: bool | Unset = UNSET
    """ Absent until the import has ended. **True can come with an `error_code`**, when only a part of an archive
    worked or all was skipped: look at both. """
    http_response_code: str | Unset = UNSET
    """ Status that the download got, **as a string**; only if it was not a success. `0` for an unknown host. """
    http_response_code_message: str | Unset = UNSET
    """ That status in words. """
    derived_visualization_id: None | str | Unset = UNSET
    """ The same as `visualization_id`; only once complete. """
    any_table_raster: bool | Unset = UNSET
    """ True if one of the tables is a raster; only once complete. """
    tweets_georeferenced: int | Unset = UNSET
    """ Tweets with a place; complete Twitter imports only. """
    tweets_cost: float | Unset = UNSET
    """ Their cost; only for complete Twitter imports. """
    tweets_overquota: bool | Unset = UNSET
    """ True if the limit was exceeded; complete Twitter imports only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ImportErrorText, ImportWarnings) = _nested_models()

        id = self.id

        queue_id = self.queue_id

        user_id = self.user_id

        state = self.state

        table_id: None | str
        table_id = self.table_id

        table_name: None | str
        table_name = self.table_name

        tables_created_count: int | None
        tables_created_count = self.tables_created_count

        data_type: None | str
        data_type = self.data_type

        display_name = self.display_name

        original_url: None | str
        original_url = self.original_url

        error_code: int | None
        error_code = self.error_code

        get_error_text: dict[str, Any] | None
        if isinstance(self.get_error_text, ImportErrorText | Mapping):
            get_error_text = to_object("get_error_text_type_0", self.get_error_text, ImportErrorText)
        else:
            get_error_text = self.get_error_text

        warnings: dict[str, Any] | None
        if isinstance(self.warnings, ImportWarnings | Mapping):
            warnings = to_object("warnings_type_0", self.warnings, ImportWarnings)
        else:
            warnings = self.warnings

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        create_visualization = self.create_visualization

        visualization_id: None | str
        visualization_id = self.visualization_id

        synchronization_id: None | str
        synchronization_id = self.synchronization_id

        user_defined_limits: None | str
        user_defined_limits = self.user_defined_limits

        is_raster = self.is_raster

        success = self.success

        http_response_code = self.http_response_code

        http_response_code_message = self.http_response_code_message

        derived_visualization_id: None | str | Unset
        if isinstance(self.derived_visualization_id, Unset):
            derived_visualization_id = UNSET
        else:
            derived_visualization_id = self.derived_visualization_id

        any_table_raster = self.any_table_raster

        tweets_georeferenced = self.tweets_georeferenced

        tweets_cost = self.tweets_cost

        tweets_overquota = self.tweets_overquota

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "queue_id": queue_id,
                "user_id": user_id,
                "state": state,
                "table_id": table_id,
                "table_name": table_name,
                "tables_created_count": tables_created_count,
                "data_type": data_type,
                "display_name": display_name,
                "original_url": original_url,
                "error_code": error_code,
                "get_error_text": get_error_text,
                "warnings": warnings,
                "type_guessing": type_guessing,
                "quoted_fields_guessing": quoted_fields_guessing,
                "content_guessing": content_guessing,
                "create_visualization": create_visualization,
                "visualization_id": visualization_id,
                "synchronization_id": synchronization_id,
                "user_defined_limits": user_defined_limits,
                "is_raster": is_raster,
            }
        )
        if success is not UNSET:
            field_dict["success"] = success
        if http_response_code is not UNSET:
            field_dict["http_response_code"] = http_response_code
        if http_response_code_message is not UNSET:
            field_dict["http_response_code_message"] = http_response_code_message
        if derived_visualization_id is not UNSET:
            field_dict["derived_visualization_id"] = derived_visualization_id
        if any_table_raster is not UNSET:
            field_dict["any_table_raster"] = any_table_raster
        if tweets_georeferenced is not UNSET:
            field_dict["tweets_georeferenced"] = tweets_georeferenced
        if tweets_cost is not UNSET:
            field_dict["tweets_cost"] = tweets_cost
        if tweets_overquota is not UNSET:
            field_dict["tweets_overquota"] = tweets_overquota

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ImportErrorText, ImportWarnings) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        queue_id = d.pop("queue_id")

        user_id = d.pop("user_id")

        state = d.pop("state")

        table_id = cast("None | str", d.pop("table_id"))

        table_name = cast("None | str", d.pop("table_name"))

        tables_created_count = cast("int | None", d.pop("tables_created_count"))

        data_type = cast("None | str", d.pop("data_type"))

        display_name = d.pop("display_name")

        original_url = cast("None | str", d.pop("original_url"))

        error_code = cast("int | None", d.pop("error_code"))

        def _parse_get_error_text(data: object) -> ImportErrorText | None:
            if data is None:
                return data
            if not isinstance(data, dict):
                raise TypeError()
            get_error_text_type_0 = ImportErrorText.from_dict(data)

            return get_error_text_type_0

        get_error_text = _parse_get_error_text(d.pop("get_error_text"))

        def _parse_warnings(data: object) -> ImportWarnings | None:
            if data is None:
                return data
            if not isinstance(data, dict):
                raise TypeError()
            warnings_type_0 = ImportWarnings.from_dict(data)

            return warnings_type_0

        warnings = _parse_warnings(d.pop("warnings"))

        type_guessing = d.pop("type_guessing")

        quoted_fields_guessing = d.pop("quoted_fields_guessing")

        content_guessing = d.pop("content_guessing")

        create_visualization = d.pop("create_visualization")

        visualization_id = cast("None | str", d.pop("visualization_id"))

        synchronization_id = cast("None | str", d.pop("synchronization_id"))

        user_defined_limits = cast("None | str", d.pop("user_defined_limits"))

        is_raster = d.pop("is_raster")

        success = d.pop("success", UNSET)

        http_response_code = d.pop("http_response_code", UNSET)

        http_response_code_message = d.pop("http_response_code_message", UNSET)

        derived_visualization_id = cast("None | str | Unset", d.pop("derived_visualization_id", UNSET))

        any_table_raster = d.pop("any_table_raster", UNSET)

        tweets_georeferenced = d.pop("tweets_georeferenced", UNSET)

        tweets_cost = d.pop("tweets_cost", UNSET)

        tweets_overquota = d.pop("tweets_overquota", UNSET)

        import_job = cls(
            id=id,
            queue_id=queue_id,
            user_id=user_id,
            state=state,
            table_id=table_id,
            table_name=table_name,
            tables_created_count=tables_created_count,
            data_type=data_type,
            display_name=display_name,
            original_url=original_url,
            error_code=error_code,
            get_error_text=get_error_text,
            warnings=warnings,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            create_visualization=create_visualization,
            visualization_id=visualization_id,
            synchronization_id=synchronization_id,
            user_defined_limits=user_defined_limits,
            is_raster=is_raster,
            success=success,
            http_response_code=http_response_code,
            http_response_code_message=http_response_code_message,
            derived_visualization_id=derived_visualization_id,
            any_table_raster=any_table_raster,
            tweets_georeferenced=tweets_georeferenced,
            tweets_cost=tweets_cost,
            tweets_overquota=tweets_overquota,
        )

        import_job.additional_properties = d
        return import_job
