// Give an API description, the only argument, to Postman's and Bruno's importers and to Prism, which serves its examples.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import bruno from "@usebruno/converters";
import postman from "openapi-to-postmanv2";

const [source] = process.argv.slice(2);
const text = readFileSync(source, "utf8");
const count = (node, isRequest) =>
  isRequest(node) ? 1 : (node.item ?? node.items ?? []).reduce((sum, child) => sum + count(child, isRequest), 0);

const toPostman = () =>
  new Promise((give, fail) =>
    postman.convert({ type: "string", data: text }, { folderStrategy: "Tags" }, (error, made) =>
      error || !made.result ? fail(error ?? new Error(made.reason)) : give(made.output[0].data)));

const freePort = () =>
  new Promise((give) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => give(port));
    });
  });

async function withPrism(use) {
  const port = await freePort();
  const prism = spawn("node_modules/.bin/prism", ["mock", "--port", `${port}`, source]);
  try {
    await new Promise((ready, fail) => {
      prism.stdout.on("data", (said) => `${said}`.includes("listening") && ready());
      prism.on("exit", (code) => fail(new Error(`prism ended with ${code}`)));
    });
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    prism.kill();
  }
}

async function ask(base, path, init, ...prefer) {
  const headers = { "content-type": "application/json", prefer: prefer.join(", "), authorization: "Basic bWU6a2V5" };
  const answer = await fetch(base + path, { headers, ...init });
  return { status: answer.status, body: await answer.text() };
}

const collection = await toPostman();
const { items, environments } = bruno.openApiToBruno(text);
const served = await withPrism(async (base) => ({
  query: await ask(base, "/api/v2/sql", { method: "POST", body: JSON.stringify({ q: "SELECT 1" }) }),
  refused: await ask(base, "/api/v2/sql", { method: "POST", body: JSON.stringify({ q: "SELECT 1" }) }, "code=401"),
  denied: await ask(base, "/api/v1/imports", {}, "code=401"),
}));
console.log(JSON.stringify({
  postman: { requests: count(collection, (node) => node.request), folders: collection.item.length },
  bruno: {
    requests: count({ items }, (node) => node.type === "http-request"),
    folders: items.length,
    environments: environments.length,
  },
  prism: served,
}));
