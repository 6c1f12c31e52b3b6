"""MapLibre GL JS as npm has it, fetched once into .cache, so that pages are drawn without a network."""

import shutil
import subprocess
import tarfile
from pathlib import Path

from carto_ext._map_page import MAPLIBRE_VERSION

_CACHE = Path(__file__).parents[2] / ".cache" / "maplibre"
_FETCH_SECONDS = 60


def fetch_maplibre() -> Path | str:
    """The folder with its files, or the reason why there is none."""
    folder = _CACHE / MAPLIBRE_VERSION
    if folder.is_dir():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed (it comes with Node.js)"
    _CACHE.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", f"maplibre-gl@{MAPLIBRE_VERSION}", "--pack-destination", str(_CACHE), "--silent"]
    command += ["--cache", str(_CACHE.parent / "npm")]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_FETCH_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = str(error.stderr or "").strip().splitlines()
        return f"npm could not fetch maplibre-gl: {said[0] if said else type(error).__name__}"
    package = _CACHE / done.stdout.split()[-1]
    unpacked = folder.with_suffix(".part")
    unpacked.mkdir(exist_ok=True)
    with tarfile.open(package) as archive:
        for name in ("maplibre-gl.js", "maplibre-gl.css"):
            member = archive.extractfile(f"package/dist/{name}")
            assert member is not None
            (unpacked / name).write_bytes(member.read())
    package.unlink()
    return unpacked.rename(folder)
