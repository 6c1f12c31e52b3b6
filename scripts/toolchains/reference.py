"""The API reference as one HTML file that needs no network: Redoc, the description, badges and code samples."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from toolchains.builds import Go, Java, TypeScript
from toolchains.runs import Curl, Language, Python
from toolchains.tools import CACHE, Failed, Missing, apply_overlay, find_program, npm_environment, run

REDOC = "redoc@2.5.4"
# In the order of the tabs: language as a reader writes it, as the highlighter calls it, and where its samples are.
LANGUAGES: list[tuple[str, str, type[Language]]] = [
    ("curl", "shell", Curl),
    ("Python", "python", Python),
    ("TypeScript", "typescript", TypeScript),
    ("Go", "go", Go),
    ("Java", "java", Java),
]
BADGES = {"public": {"name": "Public", "color": "#1a7f37"}, "internal": {"name": "Internal", "color": "#9a6700"}}
OPTIONS = {
    "expandResponses": "200,201",
    "hideDownloadButton": True,
    "jsonSamplesExpandLevel": 3,
    "sortRequiredPropsFirst": True,
    "payloadSampleIdx": len(LANGUAGES),
    "theme": {
        "colors": {"primary": {"main": "#1f5f99"}},
        "sidebar": {"width": "290px"},
        "rightPanel": {"width": "46%"},
    },
}
# The browser keeps the page from fetching anything; without `LOGO` replaced, Redoc asks for the logo of its makers.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:; worker-src blob:"
)
LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: API reference</title>
<style>body {{ margin: 0; font-family: system-ui, sans-serif; }}</style>
</head>
<body>
<div id="reference"></div>
<script>{script}</script>
<script>Redoc.init({document}, {options}, document.getElementById("reference"))</script>
</body>
</html>
"""


def build_reference(target: Path) -> int:
    """Write the page; gives the number of operations with code samples. `Missing` where a tool is not to be had."""
    folder = CACHE / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    script = fetch_redoc(folder)
    named = apply_overlay("reference", folder / "openapi.yaml")
    document = yaml.load(named.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    shown = decorate(document)
    if unnamed := [tag["name"] for tag in document["tags"] if "x-displayName" not in tag]:
        raise Failed(f"overlays/reference.yaml has no name for the tags {', '.join(unnamed)}")
    page = PAGE.format(
        title=document["info"]["title"],
        policy=POLICY,
        script=script.replace("</script", "<\\/script").replace(LOGO, "data:,"),
        document=in_script(document),
        options=in_script(OPTIONS),
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8")
    return shown


def in_script(value: Any) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")


def decorate(document: dict[str, Any]) -> int:
    """Give every operation its badge, and those that have any their samples."""
    samples = [(label, kind, language().samples()) for label, kind, language in LANGUAGES]
    shown = 0
    for operation in each_operation(document):
        operation["x-badges"] = [BADGES[operation["x-carto-stability"]]]
        code = [
            {"lang": kind, "label": label, "source": found[operation["operationId"]]}
            for label, kind, found in samples
            if operation["operationId"] in found
        ]
        if code:
            operation["x-codeSamples"] = code
            shown += 1
    return shown


def each_operation(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from (operation for operation in item.values() if "operationId" in operation)


def fetch_redoc(folder: Path) -> str:
    """Redoc's one script, with all that it needs in it."""
    archive = folder / f"{REDOC.replace('@', '-')}.tgz"
    if not archive.exists():
        try:
            run([find_program("npm"), "pack", REDOC, "--pack-destination", folder], folder, npm_environment())
        except Failed as error:
            raise Missing(f"npm could not bring {REDOC}: {str(error).splitlines()[-1]}") from None
    with tarfile.open(archive) as files:
        script = files.extractfile("package/bundles/redoc.standalone.js")
        if script is None:
            raise Missing(f"{REDOC} has no bundle")
        return script.read().decode()
