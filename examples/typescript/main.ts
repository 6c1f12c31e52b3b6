// The main job with openapi-fetch, on the types that openapi-typescript makes from spec/openapi.yaml (as carto.d.ts).
import { createWriteStream, openAsBlob } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import createClient from "openapi-fetch";
import type { components, paths } from "./carto.js";

type Schemas = components["schemas"];
const { CARTO_BASE_URL: baseUrl = "", CARTO_USER: user = "", CARTO_API_KEY: apiKey = "" } = process.env;
const [source = "airports.csv", target = "airports-out.csv"] = process.argv.slice(2);

class CartoError extends Error {
  constructor(readonly status: number, readonly body: unknown) { super(`${status} ${JSON.stringify(body ?? "")}`); }
}
function connect(key: string) {
  const authorization = `Basic ${Buffer.from(`${user}:${key}`).toString("base64")}`;
  return createClient<paths>({ baseUrl, headers: { authorization } });
}
/** Look at the status, not at `error` alone: a 401 of the central application has no body, so `error` is undefined. */
function unwrap<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (!response.ok || data === undefined) throw new CartoError(response.status, error);
  return data;
}
async function until<T>(ended: (state: T) => boolean, read: () => Promise<T>): Promise<T> {
  for (let state = await read(); ; state = await read()) {
    if (ended(state)) return state;
    await new Promise((wake) => setTimeout(wake, 500));
  }
}
/** openapi-typescript types the content of a file as `string`. A Blob of openAsBlob is read while it is sent. */
const content = (file: Blob) => file as unknown as string;

const carto = connect(apiKey);
const sql = async (q: string) => unwrap(await carto.POST("/api/v2/sql", { body: { q } }));

const begun = unwrap(await carto.POST("/api/v1/imports/", {
  body: { file: content(await openAsBlob(source)), collision_strategy: "overwrite" },
  bodySerializer({ file, ...fields }) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    form.set("file", file as unknown as Blob, basename(source));
    return form;
  },
}));
console.log(`1. uploaded ${basename(source)}`);

const params = { path: { import_id: begun.item_queue_id } };
const job = await until(({ state }) => state === "complete" || state === "failure", async () =>
  unwrap(await carto.GET("/api/v1/imports/{import_id}", { params })));
const table = job.table_name;
if (!table) throw new Error(`the import failed: ${job.error_code} ${JSON.stringify(job.get_error_text)}`);
console.log(`2. import ${job.state}, table ${table}`);

const result = await sql(`SELECT state, count(*)::int AS n FROM ${table} GROUP BY 1 ORDER BY 2 DESC LIMIT 1`);
for (const { state, n } of result.rows) console.log(`3. ${state} has most airports, ${n}`);

const q = `COPY ${table} (iata, name) TO STDOUT WITH (FORMAT csv)`;
const rows = unwrap(await carto.GET("/api/v2/sql/copyto", { params: { query: { q } }, parseAs: "stream" }));
await pipeline(Readable.fromWeb(rows as unknown as ReadableStream), createWriteStream(target));
const copy = await openAsBlob(target);
// A COPY that fails on its way has status 200; its error, a JSON object, stands where a line should end.
if (!(await copy.slice(-1).text()).endsWith("\n")) throw new Error(`${target} ends in an error`);
console.log(`4. copied out ${copy.size} bytes`);

await sql("DROP TABLE IF EXISTS airports_copy; CREATE TABLE airports_copy (iata text, name text)");
const stored = unwrap(await carto.POST("/api/v2/sql/copyfrom", {
  params: { query: { q: "COPY airports_copy (iata, name) FROM STDIN WITH (FORMAT csv)" } },
  headers: { "Content-Type": "application/octet-stream" },
  body: content(copy),
  bodySerializer: (body) => body,
}));
console.log(`5. copied in ${stored.total_rows} rows`);

const query = ["UPDATE airports_copy SET name = upper(name)", "SELECT CDB_CartodbfyTable('airports_copy')"];
const { job_id } = unwrap(await carto.POST("/api/v2/sql/job", { body: { query } }));
const batch = await until(({ status }) => status !== "pending" && status !== "running", async () =>
  unwrap(await carto.GET("/api/v2/sql/job/{job_id}", { params: { path: { job_id } } })));
console.log(`6. batch job ${batch.status}`);

const names: string[] = [];
for (let page = 1, more = true; more; page++) {
  const options = { params: { query: { types: "table", order: "name", order_direction: "asc", page, per_page: 1 } } };
  const { visualizations, total_entries } = unwrap(await carto.GET("/api/v1/viz", options));
  names.push(...visualizations.map((viz) => viz.name ?? ""));
  more = visualizations.length > 0 && names.length < total_entries;
}
console.log(`7. datasets ${names.join(", ")}`);

const style = { cartocss: "#layer { marker-width: 4; }", cartocss_version: "2.3.0" };
const layer = { type: "mapnik", options: { sql: `SELECT * FROM ${table} WHERE state = '<%= state %>'`, ...style } };
const template: Schemas["NamedMapTemplate"] = {
  name: "airports_of_state", version: "0.0.1", layergroup: { layers: [layer] },
  placeholders: { state: { type: "sql_literal", default: "AK" } },
};
const path = unwrap(await carto.POST("/api/v1/map/named", { body: template }));
const map = unwrap(await carto.POST("/api/v1/map/named/{template_id}", { params: { path }, body: { state: "CA" } }));
await carto.DELETE("/api/v1/map/named/{template_id}", { params: { path } });
console.log(`8. named map with ${map.metadata.layers?.length} layer`);

async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof CartoError)) throw new Error("it was not refused", { cause: error });
  return error.status === 401 ? "401 wrong key" : `${error.status} ${(error.body as Schemas["SqlErrorBody"]).error}`;
}
const list = async (key: string) => unwrap(await connect(key).GET("/api/v1/imports"));
console.log(`9. ${await refusal(sql("SELECT nope"))}; ${await refusal(list("wrong"))}`);
