"""Give a key to a report, look at the account with it, and take it back."""

import os

from carto_client.models import ApiKeyGrantRequest
from carto_ext import Carto, PermissionDeniedError

GRANTS = [
    {"type": "apis", "apis": ["sql"]},
    {"type": "database", "tables": [{"schema": "public", "name": "report", "permissions": ["select"]}]},
]

with Carto.from_env() as carto:
    carto.sql.query("CREATE TABLE IF NOT EXISTS report (day int)")

    key = carto.api_keys.create("report", [ApiKeyGrantRequest.from_dict(grant) for grant in GRANTS])
    with Carto(os.environ["CARTO_BASE_URL"], api_key=key.token) as reader:
        print(reader.sql.query("SELECT count(*) AS days FROM report").rows)

        try:
            reader.sql.query("DELETE FROM report")
        except PermissionDeniedError as error:
            print("permission denied" in str(error))

    carto.api_keys.delete(key.name)
    print([one.name for one in carto.api_keys.iterate(type="regular")], carto.named_maps.list().template_ids)
