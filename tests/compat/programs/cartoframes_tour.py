"""Everyday use of cartoframes, with the account of CARTO_BASE_URL; prints one line for each step."""

import os

import geopandas
from cartoframes import (
    copy_table,
    create_table_from_query,
    delete_table,
    describe_table,
    has_table,
    list_tables,
    read_carto,
    rename_table,
    to_carto,
    update_privacy_table,
)
from cartoframes.auth import Credentials, set_default_credentials
from shapely.geometry import Point

credentials = Credentials(
    username=os.environ["CARTO_BASE_URL"].rpartition("/")[2],
    api_key=os.environ["CARTO_API_KEY"],
    base_url=os.environ["CARTO_BASE_URL"],
    allow_non_secure=True,
)
set_default_credentials(credentials)
print("user", credentials.me_data.get("user_data", {}).get("username") == credentials.username)

places = geopandas.GeoDataFrame(
    {"name": ["Madrid", "Sevilla", None], "people": [3223334, 688711, 5]},
    geometry=[Point(-3.7, 40.42), Point(-5.98, 37.38), None],
    crs="epsg:4326",
)
print("to_carto", to_carto(places, "places", if_exists="replace", log_enabled=False))
print("to_carto again", to_carto(places, "places", if_exists="replace", log_enabled=False))
try:
    to_carto(places, "places", log_enabled=False)
except Exception as error:  # noqa: BLE001 - cartoframes raises no other
    print("to_carto fails", "already exists" in str(error))
to_carto(places, "places", if_exists="append", log_enabled=False)

read = read_carto("places")
print("read_carto", len(read), sorted(read["name"].dropna().unique()), read.geometry.iloc[0].wkt)
print("read_carto query", len(read_carto("SELECT * FROM places WHERE people > 1000", limit=1)))
print("has_table", has_table("places"), has_table("nothing"))
print("list_tables", list_tables()["tables"].tolist())

described = describe_table("places")
print("describe_table", described["num_rows"], described["geom_type"], described["privacy"])
update_privacy_table("places", "public", log_enabled=False)
print("update_privacy_table", describe_table("places")["privacy"])

copy_table("places", "places_copy", log_enabled=False)
print("copy_table done")
create_table_from_query("SELECT * FROM places", "big", log_enabled=False)
print("create_table_from_query done")
rename_table("big", "large", log_enabled=False)
print("rename_table done")
print("list_tables", sorted(list_tables()["tables"]))
for name in ("places", "places_copy", "large", "nothing"):
    delete_table(name, log_enabled=False)
print("list_tables", list_tables()["tables"].tolist())
