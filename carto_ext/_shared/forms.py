"""Sources and options of imports, the form of an upload, and the error of a failed import (pure)."""

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlsplit

from carto_client.models import ImportConnector, ImportJob, ImportUserDefinedLimits
from carto_ext._shared.multipart import MultipartForm
from carto_ext.errors import ImportFailedError, InvalidArgumentError


class ImportOptions(TypedDict, total=False):
    """Options of every import. CARTO's own defaults apply to those left out.

    Attributes:
        collision_strategy: "skip" or "overwrite" a table of the same name; by default the new one gets a suffix.
        content_guessing: Geocode columns that look like countries, cities or addresses.
        create_vis: Also make a map of the table.
        privacy: "public", "link" or "private".
        quoted_fields_guessing: Guess types of quoted values; CARTO's default is True.
        type_guessing: Guess column types; CARTO's default is True. With False, all columns are text.
    """

    collision_strategy: str
    content_guessing: bool
    create_vis: bool
    privacy: str
    quoted_fields_guessing: bool
    type_guessing: bool


class SyncSource(TypedDict, total=False):
    """Sources other than a URL that CARTO can synchronize, and options for reading them.

    Attributes:
        connector: A database: provider, connection (or connection_id), and table or sql_query.
        remote_visualization_id: An entry of the data library.
        service_name: "gdrive", "dropbox", "box", "arcgis", …
        service_item_id: A file of that service.
        table_name: Name of the new table.
        content_guessing: As in `ImportOptions`.
        create_vis: As in `ImportOptions`.
        quoted_fields_guessing: As in `ImportOptions`.
        type_guessing: As in `ImportOptions`.
    """

    connector: ImportConnector
    remote_visualization_id: str
    service_name: str
    service_item_id: str
    table_name: str
    content_guessing: bool
    create_vis: bool
    quoted_fields_guessing: bool
    type_guessing: bool


class ImportSource(SyncSource, total=False):
    """Sources other than files and URLs for a single import, and options for reading them.

    Attributes:
        sql: A query on the account's own tables.
        table_copy: One of the account's tables: name or schema.name.
        connector: As in `SyncSource`.
        remote_visualization_id: As in `SyncSource`.
        service_name: As in `SyncSource`.
        service_item_id: As in `SyncSource`.
        table_name: Name of the new table.
        content_guessing: As in `ImportOptions`.
        create_vis: As in `ImportOptions`.
        quoted_fields_guessing: As in `ImportOptions`.
        type_guessing: As in `ImportOptions`.
        collision_strategy: As in `ImportOptions`.
        privacy: As in `ImportOptions`.
        user_defined_limits: Limits for services that cost credits.
    """

    sql: str
    table_copy: str
    collision_strategy: str
    privacy: str
    user_defined_limits: ImportUserDefinedLimits


URL_SCHEMES = ("http", "https", "ftp")


def checked_url(url: str) -> str:
    """Check a URL here, because CARTO stores a synchronization or import before it checks the URL."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme.lower() not in URL_SCHEMES or not host:
        schemes = ", ".join(URL_SCHEMES)
        raise InvalidArgumentError(
            f"url is {_shown(url)}: give an absolute URL with a host that begins with one of {schemes}"
        )
    return url


def _shown(url: str) -> str:
    """Return the URL without its query: download links carry tokens there."""
    return repr(url.split("?", maxsplit=1)[0][:100])


_SOURCES = ("connector", "remote_visualization_id", "service_item_id", "sql", "table_copy")


def check_source(source: Mapping[str, object]) -> None:
    """Check that there is a source: without one, CARTO stores the import or synchronization and lets it fail."""
    if not any(source.get(name) for name in _SOURCES):
        raise InvalidArgumentError(f"the import has no source: give one of {', '.join(_SOURCES)}")


def form_headers(form: MultipartForm, size: int | None) -> dict[str, str]:
    """Return the headers, with Content-Length if the size is known; otherwise the body is chunked."""
    headers = {"Content-Type": form.content_type}
    length = form.content_length(size)
    return headers if length is None else headers | {"Content-Length": str(length)}


def upload_name(given: str | None, own: str | None) -> str:
    """Return the file name, from which CARTO derives the format and the table's name."""
    name = given or own
    if not name:
        raise InvalidArgumentError(
            "the data has no name, and CARTO reads the format from the name's extension: pass name='cities.csv'"
        )
    return name


def import_failure(state: ImportJob) -> ImportFailedError:
    """Make the error of a failed import. CARTO explains most error codes; for a few, it gives only the code."""
    told = state.get_error_text
    return ImportFailedError(
        state.id,
        code=state.error_code or None,
        title=told.title if told else None,
        text=told.what_about if told else None,
    )
