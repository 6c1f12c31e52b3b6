"""Why an import failed, in the numbers of CARTO's catalogue and in the sandbox's own words.

The sandbox raises only the codes it can really meet; the others would never be seen.
"""

from typing import Final

USER, CARTO, EXTERNAL = "user", "cartodb", "external"

CATALOGUE: Final[dict[int, tuple[str, str, str]]] = {
    1000: ("File I/O error", "The uploaded file could not be read. Send it again.", CARTO),
    1001: ("Download error", "The URL could not be downloaded. Check that it opens in a browser.", USER),
    1002: (
        "Unsupported/Unrecognized file type",
        "No table could be made from this file. The sandbox reads CSV, JSON, GeoJSON, and with GDAL shapefiles, GPKG, "
        "KML and XLSX, each in archives too.",
        USER,
    ),
    1003: ("Decompression error", "The archive is damaged or incomplete. Make it again and send it again.", USER),
    1006: ("Invalid SHP file", "The shapefile is damaged or lacks a part. Send all its files in one archive.", USER),
    1019: ("Too Many Layers", "The file has more than 50 layers. Split it.", USER),
    2002: ("Encoding detection error", "The file is no text in any encoding. Save it as UTF-8.", USER),
    2008: ("Malformed XLS", "The book of sheets cannot be read. Save it as XLSX or CSV.", USER),
    3008: ("Unknown SRID", "The reference system of the file is not known. Transform it to EPSG:4326.", USER),
    3202: ("Empty KML", "The file only links to another one. Import that one.", USER),
    6666: ("Dataset too big", "The file is larger than the account may import. Split it.", USER),
    8001: ("Over account storage limit, please upgrade", "The account's storage is full. Delete datasets.", USER),
    8002: (
        "You have reached the limit of datasets for your plan. Upgrade your account to get unlimited datasets",
        "The account has as many datasets as it may. Delete some.",
        USER,
    ),
    1005: ("Empty file", "The file holds nothing to import. Check that it was written completely.", USER),
    1012: ("Error connecting to datasource", "The source cannot be read. Import a file, a URL or a query.", EXTERNAL),
    1018: ("File is password protected", "The archive needs a password. Send it without one.", USER),
    1020: ("Download timeout", "The server of the URL took too long to answer. Try again later.", USER),
    1022: ("All tables were skipped", "Every table of this file exists, and the import was told to skip those.", USER),
    1100: ("Download file not found", "The server of the URL has no such file. Check the URL.", USER),
    1101: ("Forbidden file URL", "The server of the URL refuses access. Make the file public or upload it.", USER),
    1102: ("Unknown server URL", "The server of the URL cannot be reached. Check its name.", USER),
    1103: ("Partial file error", "The download ended before the whole file had come. Try again.", USER),
    1501: ("Connectors disabled", "Database connectors are not enabled for this account.", USER),
    2001: ("Unable to load data", "PostgreSQL refused the rows of this file. Check its contents.", USER),
    2003: ("Malformed CSV", "A line or a field is longer than any can be: a quote may never be closed.", USER),
    2004: ("Too many columns", "The file has more than 250 columns. Split it into several tables.", USER),
    2011: ("Invalid cartodb_id column", "The values of cartodb_id have to be whole numbers, each used once.", USER),
    2012: ("Incompatible schemas", "The table to overwrite has columns that the file has not, or other types.", USER),
    2013: ("Cannot overwrite table", "Other objects of the database depend on the table to overwrite.", USER),
    2014: ("Invalid geometries", "A geometry of the file is not valid WKT, WKB or GeoJSON.", USER),
    3007: ("JSON may not be valid GeoJSON", "The file is no GeoJSON feature collection, feature or geometry.", USER),
    6667: ("Import timed out", "The rows took too long to load. Split the file into smaller ones.", CARTO),
    8003: ("Error creating table from SQL query", "PostgreSQL refused the query. Try it with the SQL API first.", USER),
    99999: ("Unknown", "The import failed in a way the sandbox does not know.", CARTO),
}


class ImportFailureError(Exception):
    """An import cannot go on; ``code`` is a key of CARTO's catalogue.

    ``http_status`` is set when a download answered something other than success.
    """

    def __init__(self, code: int, reason: str = "", *, http_status: int | None = None) -> None:
        title = CATALOGUE[code][0] if code in CATALOGUE else "unmapped"
        super().__init__(f"{code} {title}" + (f": {reason}" if reason else ""))
        self.code = code
        self.reason = reason
        self.http_status = http_status


def describe(code: int | None, reason: str = "") -> dict[str, str] | None:
    """The ``get_error_text`` of an import object; None where CARTO has none."""
    if code is None or code not in CATALOGUE:
        return None
    title, advice, source = CATALOGUE[code]
    return {"title": title, "what_about": f"{advice} ({reason})" if reason else advice, "source": source}
