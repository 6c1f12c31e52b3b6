"use strict";
const page = JSON.parse(document.getElementById("page").textContent);
const COLORS = ["#0b7285", "#d9480f", "#5f3dc4", "#2b8a3e", "#c2255c", "#a16207", "#364fc7", "#495057"];
const EXPIRED = "Maps that are made of a query expire two hours after they were made. Make the page anew, or make it of a named map.";
const ADVICE = {
  400: EXPIRED,
  401: "The token of the page is not accepted any more. Make the page anew.",
  403: "The data is private, and this page has no key. Show it by a named map, with auth_token if its template wants one.",
  404: "A table or the named map is not there any more. Make the page anew.",
  429: "CARTO limits how much may be asked for. Wait a minute and load the page again.",
  501: "This server cannot draw these tiles.",
};
const MOST_FEATURES = 5;

// All texts go in as text: what a table or column is called is never read as HTML.
function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function explain(heading, text, advice = "", quiet = false) {
  const note = document.getElementById("note");
  if (!note.hidden && (quiet || !note.classList.contains("quiet"))) return; // the first error explains the others
  note.replaceChildren(element("strong", {}, heading), text, ...(advice ? [element("small", {}, advice)] : []));
  note.classList.toggle("quiet", quiet);
  note.hidden = false;
}

class Refused extends Error {}

// Everything of CARTO comes through here, so that the page can say why it is empty.
async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (error) {
    if (error.name === "AbortError") throw error; // the map moved on
    explain("CARTO cannot be reached", `No answer from ${new URL(url).host}.`, "Look at the network connection, then load the page again.");
    throw new Refused(String(error));
  }
  if (answer.ok) return answer;
  const text = await answer.text();
  let told = text.slice(0, 300);
  try {
    told = [].concat(JSON.parse(text).errors).join("; ").slice(0, 300);
  } catch { /* no JSON: the text itself */ }
  const advice = answer.status === 400 && !told.includes("configuration token") ? "" : ADVICE[answer.status];
  explain("The map cannot be loaded", `CARTO answered ${answer.status}: ${told}`, advice ?? "Load the page again later.");
  throw new Refused(told);
}

function query(pairs) {
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : "";
}

// A named map is made anew each time that the page is opened, so that the page does not expire.
async function instantiate({ name, params }) {
  const url = `${page.base}/api/v1/map/named/${encodeURIComponent(name)}${query(page.tokens)}`;
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(params) };
  const made = await (await ask(url, options)).json();
  return { token: made.layergroupid, layers: made.metadata.layers.map(({ id, type }) => ({ id: String(id), type })) };
}

function addressOf(token, path) {
  return `carto+${page.base}/api/v1/map/${token}/${path}${query(page.tokens)}`;
}

function graticule() {
  const lines = [];
  for (let x = -180; x <= 180; x += 10) lines.push([[x, -85], [x, 85]]);
  for (let y = -80; y <= 80; y += 10) lines.push([[-180, y], [180, y]]);
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } };
}

function background(style) {
  style.layers.push({ id: "background", type: "background", paint: { "background-color": "#f3f4f5" } });
  if (!page.basemap) {
    style.sources.graticule = { type: "geojson", data: graticule() };
    style.layers.push({ id: "graticule", type: "line", source: "graticule", paint: { "line-color": "#dfe2e5" } });
    return;
  }
  const { url, attribution } = page.basemap;
  style.sources.basemap = { type: "raster", tiles: [url], tileSize: 256, maxzoom: 20, attribution };
  style.layers.push({ id: "basemap", type: "raster", source: "basemap" });
}

const grow = (...stops) => ["interpolate", ["linear"], ["zoom"], ...stops];

function vectorLayers(layer, color, seen) {
  const common = { source: "vector", "source-layer": layer.id };
  const opacity = (value) => (seen ? value : 0); // what is drawn as a picture still has popups
  return [
    { ...common, id: `${layer.key}-fill`, type: "fill", filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": color, "fill-opacity": opacity(0.35) } },
    { ...common, id: `${layer.key}-line`, type: "line", filter: ["!=", ["geometry-type"], "Point"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": color, "line-opacity": opacity(0.9), "line-width": grow(0, 0.7, 8, 1.5, 14, 3) } },
    { ...common, id: `${layer.key}-circle`, type: "circle", filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-color": color, "circle-opacity": opacity(0.85), "circle-radius": grow(0, 1.8, 5, 3.2, 10, 5, 16, 8),
        "circle-stroke-color": "#fff", "circle-stroke-opacity": opacity(0.9), "circle-stroke-width": grow(0, 0.3, 5, 0.7, 12, 1.2) } },
  ];
}

function styleOf(map) {
  const style = { version: 8, sources: {}, layers: [] };
  background(style);
  map.layers.forEach((layer, index) => {
    layer.key = `carto${index}`;
    layer.color = COLORS[index % COLORS.length];
    layer.isVector = layer.type === "mapnik";
    layer.isRaster = !layer.isVector || page.tiles === "raster";
    layer.styles = [];
    if (layer.isRaster) {
      style.sources[layer.key] = { type: "raster", tiles: [addressOf(map.token, `${index}/{z}/{x}/{y}.png`)], tileSize: 256 };
      layer.styles.push({ id: `${layer.key}-raster`, type: "raster", source: layer.key });
    }
    if (layer.isVector) {
      style.sources.vector = { type: "vector", tiles: [addressOf(map.token, "{z}/{x}/{y}.mvt")], maxzoom: 18 };
      layer.styles.push(...vectorLayers(layer, layer.color, !layer.isRaster));
    }
    style.layers.push(...layer.styles);
  });
  return style;
}

function nameOf(layer, index) {
  return /^(\w+-)?layer\d+$/.test(layer.id) ? `Layer ${index + 1}` : layer.id;
}

function panel(map, layers) {
  const entries = layers.map((layer, index) => {
    const box = element("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      for (const { id } of layer.styles) map.setLayoutProperty(id, "visibility", box.checked ? "visible" : "none");
    });
    const swatch = element("span", { className: "swatch" });
    swatch.style.background = layer.color;
    return element("li", {}, element("label", {}, box, ...(layer.isRaster ? [] : [swatch]), element("span", {}, nameOf(layer, index))));
  });
  const list = layers.length > 1 ? [element("ul", {}, ...entries)] : [];
  document.getElementById("panel").append(element("h1", {}, page.title), ...list);
}

function describe(features, layers) {
  const told = element("div", { className: "features" });
  for (const feature of features.slice(0, MOST_FEATURES)) {
    const index = layers.findIndex((layer) => layer.styles.some((style) => style.id === feature.layer.id));
    const rows = Object.entries(feature.properties).map(([name, value]) =>
      element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, String(value))));
    if (layers.length > 1) told.append(element("h2", {}, nameOf(layers[index], index)));
    told.append(element("table", {}, ...(rows.length ? rows : [element("tr", {}, element("td", {}, "No attributes"))])));
  }
  if (features.length > MOST_FEATURES) told.append(element("p", {}, `and ${features.length - MOST_FEATURES} more here`));
  return told;
}

function popups(map, layers) {
  const ids = layers.flatMap((layer) => layer.styles.filter((style) => style.type !== "raster").map((style) => style.id));
  if (!ids.length) return;
  // A feature may lie in several tiles, and a polygon is drawn as an area and a line.
  const around = ({ x, y }, reach) => {
    const found = map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ids });
    return [...new Map(found.map((feature) => [JSON.stringify([feature.sourceLayer, feature.properties]), feature])).values()];
  };
  map.on("click", (event) => {
    const hit = around(event.point, 0);
    const found = hit.length ? hit : around(event.point, 4);
    if (!found.length) return;
    const [first] = found;
    const at = first.geometry.type === "Point" && found.length === 1 ? first.geometry.coordinates : event.lngLat;
    new maplibregl.Popup({ maxWidth: "340px" }).setLngLat(at).setDOMContent(describe(found, layers)).addTo(map);
  });
  map.on("mousemove", (event) => {
    map.getCanvas().style.cursor = around(event.point, 4).length ? "pointer" : "";
  });
}

function extend(bounds, coordinates) {
  if (typeof coordinates[0] === "number") bounds.extend(coordinates);
  else for (const inner of coordinates) extend(bounds, inner);
  return bounds;
}

// A background map that does not come is not waited for.
async function drawnWholly(map, style) {
  const sources = Object.keys(style.sources).filter((id) => id !== "basemap");
  do {
    map.triggerRepaint(); // else a map at rest would not tell
    await map.once("render");
  } while (!sources.every((id) => map.getSource(id) && map.isSourceLoaded(id)));
}

// Vector tiles of the whole world say roughly where the data is; those at that place say it better.
async function fit(map, style, layers) {
  const wanted = layers.filter((layer) => layer.isVector);
  for (let turn = 0; wanted.length && turn < 4; turn += 1) {
    await drawnWholly(map, style);
    const features = wanted.flatMap(({ id }) => map.querySourceFeatures("vector", { sourceLayer: id }));
    const bounds = features.reduce((all, { geometry }) => extend(all, geometry.coordinates), new maplibregl.LngLatBounds());
    if (bounds.isEmpty()) {
      if (turn === 0) explain("No features to show", "The map has no data, or none that shows at this scale.", "", true);
      break;
    }
    // A tile has 4,096 steps to a side: eight zooms nearer, a place is right to 16 pixels.
    const before = map.getZoom();
    map.fitBounds(bounds, { padding: 40, maxZoom: Math.min(15, Math.floor(before) + 8), animate: false });
    if (Math.abs(map.getZoom() - before) < 0.5) break;
  }
}

async function main() {
  if (!window.maplibregl) {
    explain("The map cannot be drawn", `MapLibre GL JS could not be loaded from ${page.library}.`, "Look at the network connection, or make the page with maplibre=FOLDER.");
    return;
  }
  for (const scheme of ["carto+https", "carto+http"]) {
    maplibregl.addProtocol(scheme, async ({ url }, abort) => {
      const answer = await ask(url.slice("carto+".length), { signal: abort.signal });
      return { data: await answer.arrayBuffer() };
    });
  }
  const drawn = page.map ?? (await instantiate(page.named));
  const view = page.bounds ? { bounds: page.bounds, fitBoundsOptions: { padding: 40, maxZoom: 15 } } : { center: [0, 20], zoom: 0 };
  const options = { container: "map", attributionControl: { compact: true }, ...view };
  const style = styleOf(drawn);
  let map;
  try {
    map = new maplibregl.Map({ ...options, style });
  } catch {
    explain("The map cannot be drawn", "This browser has no WebGL 2, or it is switched off.");
    return;
  }
  map.on("error", () => {}); // of CARTO's tiles `ask` has told; a background map that is missing is no harm
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
  map.addControl(new maplibregl.ScaleControl());
  panel(map, drawn.layers);
  if (page.popups) popups(map, drawn.layers);
  window.carto = { map };
  if (!page.bounds) await fit(map, style, drawn.layers);
  await drawnWholly(map, style);
  document.body.dataset.ready = "true";
}

main().catch((error) => {
  if (!(error instanceof Refused)) explain("The map cannot be drawn", String(error));
});
