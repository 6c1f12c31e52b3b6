#!/bin/bash
# One call of each of thirty operations. What stands between `# sample:` and `# end` is shown in the API reference.
set -eu

# Every call here must succeed; its answer is kept, for `field` to read an id from it.
curl() { command curl --silent --show-error --fail-with-body "$@" | tee answer.json >/dev/null; }
field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" answer.json | head -n 1; }
set -o pipefail

# sample: imports_create_file
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/imports/" \
  --form file=@airports.csv --form collision_strategy=overwrite
# end
IMPORT_ID=$(field item_queue_id)
state=
while [ "$state" != complete ]; do
sleep 0.5
# sample: imports_read
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/imports/$IMPORT_ID"
# end
state=$(field state)
done
# sample: imports_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/imports"
# end
# sample: imports_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/imports" \
  --json '{"sql": "SELECT * FROM airports WHERE latitude > 60", "table_name": "airports_north"}'
# end
# sample: sql_query
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql" \
  --json '{"q": "SELECT name, iata FROM airports ORDER BY name LIMIT 5"}'
# end
# sample: sql_download
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql/" --output airports.geojson \
  --json '{"q": "SELECT * FROM airports", "format": "geojson"}'
# end
# sample: sql_copyto
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql/copyto" --output rows.csv \
  --get --data-urlencode 'q=COPY airports (iata, name) TO STDOUT WITH (FORMAT csv)'
# end
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql" \
  --json '{"q": "CREATE TABLE airports_copy (iata text, name text)"}'
# sample: sql_copyfrom
curl --user "$CARTO_USER:$CARTO_API_KEY" --upload-file rows.csv --request POST \
  --url-query 'q=COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)' \
  "$CARTO_BASE_URL/api/v2/sql/copyfrom"
# end
# sample: batch_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql/job" \
  --json '{"query": ["UPDATE airports_copy SET name = upper(name)", "SELECT pg_sleep(20)"]}'
# end
JOB_ID=$(field job_id)
# sample: batch_read
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v2/sql/job/$JOB_ID"
# end
# sample: batch_cancel
curl --user "$CARTO_USER:$CARTO_API_KEY" --request DELETE \
  "$CARTO_BASE_URL/api/v2/sql/job/$JOB_ID"
# end
# sample: viz_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/viz?types=table&page=1&per_page=50"
# end
# sample: viz_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/viz" \
  --json '{"name": "Airports", "tables": ["airports"]}'
# end
VIZ_ID=$(sed 's/.*"visualizations"//; s/^{"id": *"\([^"]*\)".*/\1/' answer.json)
# sample: viz_read
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/viz/$VIZ_ID"
# end
# sample: viz_update
curl --user "$CARTO_USER:$CARTO_API_KEY" --request PUT \
  "$CARTO_BASE_URL/api/v1/viz/$VIZ_ID" \
  --json "{\"id\": \"$VIZ_ID\", \"description\": \"All airports\", \"tags\": [\"airports\"]}"
# end
# sample: tags_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v3/tags"
# end
# sample: exports_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v3/visualization_exports" \
  --json "{\"visualization_id\": \"$VIZ_ID\"}"
# end
EXPORT_ID=$(field id)
# sample: exports_read
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v3/visualization_exports/$EXPORT_ID"
# end
# sample: viz_delete
curl --user "$CARTO_USER:$CARTO_API_KEY" --request DELETE \
  "$CARTO_BASE_URL/api/v1/viz/$VIZ_ID"
# end
# sample: synchronizations_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/synchronizations"
# end
# sample: tables_list_columns
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/tables/airports/columns"
# end
# sample: maps_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/map" --json '{"layers": [{"options": {
  "sql": "SELECT * FROM airports", "cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}}]}'
# end
# sample: named_maps_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/map/named" --json '{
  "version": "0.0.1",
  "name": "airports_of_state",
  "placeholders": {"state": {"type": "sql_literal", "default": "AK"}},
  "layergroup": {"layers": [{"options": {
    "sql": "SELECT * FROM airports WHERE state = '"'<%= state %>'"'",
    "cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}}]}}'
# end
# sample: named_maps_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/map/named"
# end
# sample: named_maps_instantiate
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v1/map/named/airports_of_state" \
  --json '{"state": "CA"}'
# end
# sample: named_maps_delete
curl --user "$CARTO_USER:$CARTO_API_KEY" --request DELETE \
  "$CARTO_BASE_URL/api/v1/map/named/airports_of_state"
# end
# sample: api_keys_create
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v3/api_keys" --json '{"name": "reader", "grants": [
  {"type": "apis", "apis": ["sql"]},
  {"type": "database", "tables": [{"schema": "public", "name": "airports", "permissions": ["select"]}]}]}'
# end
# sample: api_keys_list
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v3/api_keys"
# end
# sample: api_keys_delete
curl --user "$CARTO_USER:$CARTO_API_KEY" --request DELETE \
  "$CARTO_BASE_URL/api/v3/api_keys/reader"
# end
# sample: users_me_identity
curl --user "$CARTO_USER:$CARTO_API_KEY" \
  "$CARTO_BASE_URL/api/v4/me"
# end
