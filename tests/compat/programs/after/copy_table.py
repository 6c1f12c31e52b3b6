"""Fill a table from memory and read it back."""

from carto_ext import Carto, CartoError

with Carto.from_env() as carto:
    carto.batch.run("DROP TABLE IF EXISTS stock; CREATE TABLE stock (item text, pieces int)")
    result = carto.sql.copy_from("COPY stock FROM STDIN WITH (FORMAT csv)", iter([b"bolt,70\n", b"nut,90\n"]))
    print(result.total_rows, "rows in")

    for row in carto.sql.query("SELECT item, pieces FROM stock ORDER BY item").rows:
        print(row["item"], row["pieces"])

    print(b"".join(carto.sql.copy_to("COPY stock TO STDOUT")).decode(), end="")

    try:
        carto.sql.query("SELECT * FROM stocks")
    except CartoError as error:
        print("relation" in str(error))
