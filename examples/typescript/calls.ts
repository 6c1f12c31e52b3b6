// One call of each of thirty operations. What stands between `// sample:` and `// end` is shown in the API reference.
// sample: connect
import createClient from "openapi-fetch";
import type { paths } from "./carto.js";

const { CARTO_BASE_URL = "", CARTO_USER, CARTO_API_KEY } = process.env;
const authorization = `Basic ${Buffer.from(`${CARTO_USER}:${CARTO_API_KEY}`).toString("base64")}`;
const carto = createClient<paths>({ baseUrl: CARTO_BASE_URL, headers: { authorization } });
// end
import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";

carto.use({
  onResponse({ response }) {
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  },
});

// sample: imports_create_file
const file = await openAsBlob("airports.csv");
const uploaded = await carto.POST("/api/v1/imports/", {
  body: { file: file as unknown as string, collision_strategy: "overwrite" },
  bodySerializer() {
    const form = new FormData();
    form.set("file", file, "airports.csv");
    form.set("collision_strategy", "overwrite");
    return form;
  },
});
const importId = uploaded.data!.item_queue_id;
// end
for (let state = ""; state !== "complete"; ) {
  await new Promise((wake) => setTimeout(wake, 500));
  // sample: imports_read
  const imported = await carto.GET("/api/v1/imports/{import_id}", { params: { path: { import_id: importId } } });
  console.log(imported.data?.state, imported.data?.table_name);
  // end
  state = imported.data!.state;
}
// sample: imports_list
const imports = await carto.GET("/api/v1/imports");
console.log(imports.data?.imports);
// end
// sample: imports_create
const begun = await carto.POST("/api/v1/imports", {
  body: { sql: "SELECT * FROM airports WHERE latitude > 60", table_name: "airports_north" },
});
console.log(begun.data?.item_queue_id);
// end
// sample: sql_query
const query = await carto.POST("/api/v2/sql", { body: { q: "SELECT name, iata FROM airports ORDER BY name LIMIT 5" } });
for (const row of query.data?.rows ?? []) console.log(row["iata"], row["name"]);
// end
// sample: sql_download
const download = await carto.POST("/api/v2/sql/", {
  body: { q: "SELECT * FROM airports", format: "geojson" },
  parseAs: "arrayBuffer",
});
await writeFile("airports.geojson", new Uint8Array(download.data as unknown as ArrayBuffer));
// end
// sample: sql_copyto
const copyTo = await carto.GET("/api/v2/sql/copyto", {
  params: { query: { q: "COPY airports (iata, name) TO STDOUT WITH (FORMAT csv)" } },
  parseAs: "arrayBuffer",
});
await writeFile("rows.csv", new Uint8Array(copyTo.data!));
// end
await carto.POST("/api/v2/sql", { body: { q: "CREATE TABLE airports_copy (iata text, name text)" } });
// sample: sql_copyfrom
const rows = await openAsBlob("rows.csv");
const copyFrom = await carto.POST("/api/v2/sql/copyfrom", {
  params: { query: { q: "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)" } },
  headers: { "Content-Type": "application/octet-stream" },
  body: rows as unknown as string,
  bodySerializer: (body) => body,
});
console.log(copyFrom.data?.total_rows);
// end
// sample: batch_create
const batch = await carto.POST("/api/v2/sql/job", {
  body: { query: ["UPDATE airports_copy SET name = upper(name)", "SELECT pg_sleep(20)"] },
});
const jobId = batch.data!.job_id;
// end
// sample: batch_read
const job = await carto.GET("/api/v2/sql/job/{job_id}", { params: { path: { job_id: jobId } } });
console.log(job.data?.status);
// end
// sample: batch_cancel
await carto.DELETE("/api/v2/sql/job/{job_id}", { params: { path: { job_id: jobId } } });
// end
// sample: viz_list
const list = await carto.GET("/api/v1/viz", { params: { query: { types: "table", page: 1, per_page: 50 } } });
for (const viz of list.data?.visualizations ?? []) console.log(viz.id, viz.name, viz.privacy);
// end
// sample: viz_create
const made = await carto.POST("/api/v1/viz", { body: { name: "Airports", tables: ["airports"] } });
const vizId = made.data!.id;
// end
// sample: viz_read
const viz = await carto.GET("/api/v1/viz/{viz_id}", { params: { path: { viz_id: vizId } } });
console.log(viz.data?.name);
// end
// sample: viz_update
await carto.PUT("/api/v1/viz/{viz_id}", {
  params: { path: { viz_id: vizId } },
  body: { id: vizId, description: "All airports", tags: ["airports"] },
});
// end
// sample: tags_list
const tags = await carto.GET("/api/v3/tags");
for (const { tag } of tags.data?.result ?? []) console.log(tag);
// end
// sample: exports_create
const begunExport = await carto.POST("/api/v3/visualization_exports", { body: { visualization_id: vizId } });
const exportId = begunExport.data!.id;
// end
// sample: exports_read
const state = await carto.GET("/api/v3/visualization_exports/{export_id}", {
  params: { path: { export_id: exportId } },
});
console.log(state.data?.state);
// end
// sample: viz_delete
await carto.DELETE("/api/v1/viz/{viz_id}", { params: { path: { viz_id: vizId } } });
// end
// sample: synchronizations_list
const synchronizations = await carto.GET("/api/v1/synchronizations");
for (const { name, state } of synchronizations.data?.synchronizations ?? []) console.log(name, state);
// end
// sample: tables_list_columns
const columns = await carto.GET("/api/v1/tables/{table_id}/columns", { params: { path: { table_id: "airports" } } });
for (const [name, type] of columns.data ?? []) console.log(name, type);
// end
// sample: maps_create
const style = { cartocss: "#layer { marker-width: 4; }", cartocss_version: "2.3.0" };
const map = await carto.POST("/api/v1/map", {
  body: { layers: [{ options: { sql: "SELECT * FROM airports", ...style } }] },
});
console.log(map.data?.layergroupid);
// end
// sample: named_maps_create
const sql = "SELECT * FROM airports WHERE state = '<%= state %>'";
await carto.POST("/api/v1/map/named", {
  body: {
    version: "0.0.1",
    name: "airports_of_state",
    placeholders: { state: { type: "sql_literal", default: "AK" } },
    layergroup: {
      layers: [{ options: { sql, cartocss: "#layer { marker-width: 4; }", cartocss_version: "2.3.0" } }],
    },
  },
});
// end
// sample: named_maps_list
const templates = await carto.GET("/api/v1/map/named");
console.log(templates.data?.template_ids);
// end
// sample: named_maps_instantiate
const instance = await carto.POST("/api/v1/map/named/{template_id}", {
  params: { path: { template_id: "airports_of_state" } },
  body: { state: "CA" },
});
console.log(instance.data?.layergroupid);
// end
// sample: named_maps_delete
await carto.DELETE("/api/v1/map/named/{template_id}", { params: { path: { template_id: "airports_of_state" } } });
// end
// sample: api_keys_create
const key = await carto.POST("/api/v3/api_keys", {
  body: {
    name: "reader",
    grants: [
      { type: "apis", apis: ["sql"] },
      { type: "database", tables: [{ schema: "public", name: "airports", permissions: ["select"] }] },
    ],
  },
});
console.log(key.data?.token);
// end
// sample: api_keys_list
const keys = await carto.GET("/api/v3/api_keys");
for (const { name, type } of keys.data?.result ?? []) console.log(name, type);
// end
// sample: api_keys_delete
await carto.DELETE("/api/v3/api_keys/{key_name}", { params: { path: { key_name: "reader" } } });
// end
// sample: users_me_identity
const me = await carto.GET("/api/v4/me");
console.log(me.data?.username);
// end
