// Reads {document, cases: [{where, schema, value}]} from standard input and writes what Ajv finds wrong, as JSON.
// Started by scripts/check_foreign through npx, which puts the folder of the package on PATH and nowhere else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

const folders = process.env.PATH.split(delimiter).filter((folder) => folder.endsWith(join("node_modules", ".bin")));
const require = createRequire(join(dirname(folders[0]), "here.js"));
const Ajv = require("ajv/dist/2020").default;

const { document, cases } = JSON.parse(readFileSync(0, "utf8"));
// `format` is an annotation in JSON Schema 2020-12, and `x-…` are the document's own words: neither is to be checked.
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
ajv.addSchema(document, "https://spec.invalid/openapi.json");
const validators = new Map();
const found = [];
cases.forEach(({ schema, value }, index) => {
  if (!validators.has(schema)) {
    validators.set(schema, ajv.compile({ $ref: `https://spec.invalid/openapi.json${encodeURI(schema)}` }));
  }
  const validate = validators.get(schema);
  if (!validate(value)) {
    found.push(...validate.errors.map((e) => ({ case: index, pointer: e.instancePath, message: e.message })));
  }
});
process.stdout.write(JSON.stringify(found));
