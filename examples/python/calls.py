"""One call of each of thirty operations. The API reference shows the code between `# sample:` and `# end`."""

# sample: connect
from carto_ext import Carto

carto = Carto.from_env()  # CARTO_BASE_URL, CARTO_API_KEY
# end
# sample: imports_create_file
job = carto.imports.upload("airports.csv", collision_strategy="overwrite")
dataset = job.wait(timeout=300)
print(dataset.table_name)
# end
# sample: imports_read
imported = carto.imports.read(job.id)
print(imported.state, imported.table_name)
# end
# sample: imports_list
print(carto.imports.list().imports)
# end
# sample: imports_create
north = carto.imports.begin(sql="SELECT * FROM airports WHERE latitude > 60", table_name="airports_north")
north.wait(timeout=300)
# end
# sample: sql_query
for row in carto.sql.query("SELECT name, iata FROM airports ORDER BY name LIMIT 5").rows:
    print(row["iata"], row["name"])
# end
# sample: sql_download
carto.sql.export("SELECT * FROM airports", "airports.geojson", format="geojson")
# end
# sample: sql_copyto
carto.sql.copy_to("COPY airports (iata, name) TO STDOUT WITH (FORMAT csv)", "rows.csv")
# end
carto.sql.query("CREATE TABLE airports_copy (iata text, name text)")
# sample: sql_copyfrom
copied = carto.sql.copy_from("COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)", "rows.csv")
print(copied.total_rows)
# end
# sample: batch_create
batch = carto.batch.begin(["UPDATE airports_copy SET name = upper(name)", "SELECT pg_sleep(20)"])
print(batch.id)
# end
# sample: batch_read
print(carto.batch.read(batch.id).status)
# end
# sample: batch_cancel
carto.batch.cancel(batch.id)
# end
# sample: viz_list
for viz in carto.viz.iterate(types="table"):
    print(viz.id, viz.name, viz.privacy)
# end
# sample: viz_create
made = carto.viz.create(name="Airports", tables=["airports"])
print(made.id)
# end
# sample: viz_read
print(carto.viz.read(made.id).name)
# end
# sample: viz_update
carto.viz.update(made.id, id=made.id, description="All airports", tags=["airports"])
# end
# sample: tags_list
for tag in carto.tags.list().result:
    print(tag.tag)
# end
# sample: exports_create
export = carto.exports.begin(made.id)
export.wait(timeout=300)
# end
# sample: exports_read
print(carto.exports.read(export.id).state)
# end
# sample: viz_delete
carto.viz.delete(made.id)
# end
# sample: synchronizations_list
for synchronization in carto.synchronizations.list().synchronizations:
    print(synchronization.name, synchronization.state)
# end
# sample: tables_list_columns
for name, kind, *_ in carto.tables.list_columns("airports"):
    print(name, kind)
# end
# sample: maps_create
style = {"cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}
layergroup = carto.maps.create([{"options": {"sql": "SELECT * FROM airports", **style}}])
print(carto.maps.tile_url(layergroup))
# end
# sample: named_maps_create
sql = "SELECT * FROM airports WHERE state = '<%= state %>'"
style = {"cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}
carto.named_maps.create(
    "airports_of_state",
    {"layers": [{"options": {"sql": sql, **style}}]},
    version="0.0.1",
    placeholders={"state": {"type": "sql_literal", "default": "AK"}},
)
# end
# sample: named_maps_list
print(carto.named_maps.list().template_ids)
# end
# sample: named_maps_instantiate
instance = carto.named_maps.instantiate("airports_of_state", {"state": "CA"})
print(carto.maps.tile_url(instance))
# end
# sample: named_maps_delete
carto.named_maps.delete("airports_of_state")
# end
# sample: api_keys_create
apis = {"type": "apis", "apis": ["sql"]}
tables = {"type": "database", "tables": [{"schema": "public", "name": "airports", "permissions": ["select"]}]}
key = carto.api_keys.create("reader", [apis, tables])
print(key.token)
# end
# sample: api_keys_list
for key in carto.api_keys.list().result:
    print(key.name, key.type_)
# end
# sample: api_keys_delete
carto.api_keys.delete("reader")
# end
# sample: users_me_identity
print(carto.users.me_identity().username)
# end
