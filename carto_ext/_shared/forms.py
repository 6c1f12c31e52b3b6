"""What imports are made from, and how a failed one is told: URLs, the form of an upload (pure)."""

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlsplit

from carto_client.models import ImportConnector, ImportJob, ImportUserDefinedLimits
from carto_ext._shared.multipart import MultipartForm
from carto_ext.errors import ImportFailedError, InvalidArgumentError


class ImportOptions(TypedDict, total=False):
    """What every import understands; CARTO's own default holds for what is left out."""

    collision_strategy: str  # "skip" or "overwrite" a table of the same name; otherwise the new one gets a suffix
    content_guessing: bool  # geocode what looks like countries, cities or addresses
    create_vis: bool  # make a map of it, too
    privacy: str  # "public", "link" or "private"
    quoted_fields_guessing: bool  # guess types inside quotes (CARTO does)
    type_guessing: bool  # guess column types (CARTO does); without it everything is text


class SyncSource(TypedDict, total=False):
    """Sources beside a URL that CARTO can fetch again and again, and how it reads them."""

    connector: ImportConnector  # a database: provider, connection (or connection_id), table or sql_query
    remote_visualization_id: str  # an entry of the data library
    service_name: str  # "gdrive", "dropbox", "box", "arcgis", …
    service_item_id: str  # a file there
    table_name: str  # of the new table
    content_guessing: bool
    create_vis: bool
    quoted_fields_guessing: bool
    type_guessing: bool


class ImportSource(SyncSource, total=False):
    """Sources beside files and URLs of a single import, and how CARTO reads them."""

    sql: str  # a query on the account's own tables
    table_copy: str  # one of them: name or schema.name
    collision_strategy: str
    privacy: str
    user_defined_limits: ImportUserDefinedLimits


URL_SCHEMES = ("http", "https", "ftp")


def checked_url(url: str) -> str:
    """CARTO stores a sync or import before it looks at the URL, so what cannot work is refused here."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme.lower() not in URL_SCHEMES or not host:
        schemes = ", ".join(URL_SCHEMES)
        raise InvalidArgumentError(
            f"url must be absolute, with a host, and begin with one of {schemes}; got {_shown(url)}"
        )
    return url


def _shown(url: str) -> str:
    """Without the query: download links carry tokens there."""
    return repr(url.split("?", maxsplit=1)[0][:100])


_SOURCES = ("connector", "remote_visualization_id", "service_item_id", "sql", "table_copy")


def check_source(source: Mapping[str, object]) -> None:
    """CARTO stores an import or synchronization without any, and lets it fail."""
    if not any(source.get(name) for name in _SOURCES):
        raise InvalidArgumentError(f"there is nothing to import; give one of {', '.join(_SOURCES)}")


def form_headers(form: MultipartForm, size: int | None) -> dict[str, str]:
    """With its length when that is known; chunked otherwise."""
    headers = {"Content-Type": form.content_type}
    length = form.content_length(size)
    return headers if length is None else headers | {"Content-Length": str(length)}


def upload_name(given: str | None, own: str | None) -> str:
    """The name CARTO reads the format from and calls the table after."""
    name = given or own
    if not name:
        raise InvalidArgumentError(
            "the data has no name of its own; pass name='cities.csv': CARTO reads the format from it"
        )
    return name


def import_failure(state: ImportJob) -> ImportFailedError:
    """CARTO explains most codes; for the few it does not, the code is all there is."""
    told = state.get_error_text
    return ImportFailedError(
        state.id,
        code=state.error_code or None,
        title=told.title if told else None,
        text=told.what_about if told else None,
    )
