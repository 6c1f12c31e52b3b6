"""The address of a finished export's file (pure)."""

import re
from urllib.parse import quote, urljoin, urlsplit

from carto_client.api.exports import exports_download
from carto_client.models import ExportJob
from carto_ext._shared.jobs import Outcome, export_outcome
from carto_ext.errors import JobError

_DOWNLOAD = re.compile(r"(/(?:u|user)/[^/]+)?/api/v3/visualization_exports/[^/]+/download")
# A URL that needs no quoting. CARTO puts the map's name into the path unquoted, with spaces, brackets, `%`, `?`.
_PLAIN = "/!$&'()*+,;=:@~"
_QUOTED = re.compile(rf"(?:[A-Za-z0-9._?#{_PLAIN}-]|%[0-9A-Fa-f]{{2}})*")


def export_url(export: ExportJob, base_url: str) -> str:
    """Return the absolute URL of the file. Raises JobError if the export is not complete.

    CARTO names the file's place: a storage service, or the account's own host, below its root and not below
    `/user/NAME`. The operation `exports_download` has the file only if CARTO names that URL.
    """
    if export_outcome(export.state) is not Outcome.DONE:
        told = "failed" if export_outcome(export.state) is Outcome.FAILED else "has not ended"
        raise JobError(export.id, f"Export {export.id} {told} (state: {export.state}), so it has no file to save")
    parts = urlsplit(export.url or "")
    if not export.url or parts.scheme not in ("", "http", "https"):
        raise JobError(export.id, f"Export {export.id} is complete, but CARTO gave no URL for its file: export again")
    if not parts.netloc and _DOWNLOAD.fullmatch(parts.path):
        return f"{base_url}{exports_download._get_kwargs(export.id)['url']}"
    host = f"{parts.scheme}://{parts.netloc}" if parts.scheme else f"//{parts.netloc}" if parts.netloc else ""
    path = export.url.removeprefix(host)
    return urljoin(f"{base_url}/", f"{host}{path if _QUOTED.fullmatch(path) else quote(path, safe=_PLAIN)}")
