"""Give a key to a report, look at the account with it, and take it back."""

import os

from carto.api_keys import APIKeyManager
from carto.auth import APIKeyAuthClient
from carto.exceptions import CartoException
from carto.maps import NamedMapManager
from carto.sql import SQLClient

client = APIKeyAuthClient(os.environ["CARTO_BASE_URL"], os.environ["CARTO_API_KEY"])
SQLClient(client).send("CREATE TABLE IF NOT EXISTS report (day int)")

keys = APIKeyManager(client)
key = keys.create("report", apis=["sql"], tables=[{"schema": "public", "name": "report", "permissions": ["select"]}])
reader = SQLClient(APIKeyAuthClient(os.environ["CARTO_BASE_URL"], key.token))
print(reader.send("SELECT count(*) AS days FROM report", do_post=False)["rows"])

try:
    reader.send("DELETE FROM report")
except CartoException as error:
    print("permission denied" in str(error))

key.delete()
print([one.name for one in keys.filter(type="regular")], NamedMapManager(client).all())
