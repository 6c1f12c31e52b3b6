"""Fill a table from memory and read it back."""

import os

from carto.auth import APIKeyAuthClient
from carto.exceptions import CartoException
from carto.sql import BatchSQLClient, CopySQLClient, SQLClient

client = APIKeyAuthClient(os.environ["CARTO_BASE_URL"], os.environ["CARTO_API_KEY"])
sql, batch, copy = SQLClient(client), BatchSQLClient(client), CopySQLClient(client)

batch.create_and_wait_for_completion("DROP TABLE IF EXISTS stock; CREATE TABLE stock (item text, pieces int)")
result = copy.copyfrom("COPY stock FROM STDIN WITH (FORMAT csv)", iter([b"bolt,70\n", b"nut,90\n"]))
print(result["total_rows"], "rows in")

for row in sql.send("SELECT item, pieces FROM stock ORDER BY item")["rows"]:
    print(row["item"], row["pieces"])

print(copy.copyto_stream("COPY stock TO STDOUT").read().decode(), end="")

try:
    sql.send("SELECT * FROM stocks")
except CartoException as error:
    print("relation" in str(error))
