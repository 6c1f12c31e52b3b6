"""Find the tools of other languages; get those that npm, pip or Debian's apt-get may bring."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
SPEC = ROOT / "spec" / "openapi.yaml"
OVERLAYS = ROOT / "spec" / "overlays"
APT_SECONDS = 240
# A machine without a network is not asked to wait again and again.
TRY_AGAIN_SECONDS = 3600


class Missing(Exception):
    """A tool that is not here and cannot be brought; its text says which and why."""


class Failed(Exception):
    """A tool failed. The message is the tool's output."""


def run(
    command: Sequence[str | Path], folder: Path = ROOT, environment: Mapping[str, str] | None = None, given: str = ""
) -> str:
    """Return the tool's output. If it fails, raises `Failed` with that output."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{Path(command[0]).name} ended with {done.returncode}:\n{done.stdout.strip()}")
    return done.stdout


def find_program(name: str, *packages: str) -> Path:
    """The program, after these Debian packages were installed where it is not there and root may."""
    if shutil.which(name) is None:
        install_packages(name, packages)
    found = shutil.which(name)
    if found is None:
        raise Missing(f"{name} is not installed")
    return Path(found)


def install_packages(what: str, packages: Sequence[str]) -> None:
    wanted = " ".join(packages)
    if os.geteuid() != 0 or shutil.which("apt-get") is None or not packages:
        raise Missing(f"{what} is not installed" + (f" (Debian: apt install {wanted})" if packages else ""))
    log, failed = CACHE / "apt.log", CACHE / "apt.failed"
    if failed.exists() and time.time() - failed.stat().st_mtime < TRY_AGAIN_SECONDS:
        raise Missing(f"{what} could not be installed less than an hour ago, see .cache/{log.name}")
    CACHE.mkdir(exist_ok=True)
    script = f"apt-get update -q && apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=60 {wanted}"
    print(f"Installing {wanted} (once) ... ", end="", file=sys.stderr, flush=True)
    failed.touch()
    with log.open("wb") as output:
        command = ["timeout", str(APT_SECONDS), "bash", "-c", script]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=quiet, check=False)
    if done.returncode:
        raise Missing(f"{what} could not be installed, see .cache/{log.name}")
    failed.unlink()
    print("done", file=sys.stderr)


def find_jars(names: Sequence[str], *packages: str) -> list[Path]:
    """Debian's Java libraries."""
    jars = [Path("/usr/share/java") / f"{name}.jar" for name in names]
    if not all(jar.exists() for jar in jars):
        install_packages("a Java library", packages)
    return jars


def find_wheel(module: str, group: str = "languages") -> Path:
    """The folder of a package of a dependency group, which is installed when it is needed first."""
    if importlib.util.find_spec(module) is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--group", group]
        try:
            run(pip)
        except Failed as error:
            raise Missing(f"pip could not install {module}: {str(error).splitlines()[-1]}") from None
        importlib.invalidate_caches()
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise Missing(f"{module} is not installed")
    return Path(spec.origin).parent


def npm_environment() -> dict[str, str]:
    return {"npm_config_cache": str(CACHE / "npm"), "npm_config_update_notifier": "false"}


def install_npm_packages(folder: Path) -> Path:
    """Install what the package.json of the folder asks for; gives the folder of the programs."""
    npm = find_program("npm")
    try:
        run([npm, "install", "--no-audit", "--no-fund", "--no-package-lock"], folder, npm_environment())
    except Failed as error:
        told = [line for line in str(error).splitlines() if line.startswith(("npm error", "npm ERR!"))]
        raise Missing(f"npm could not install its packages: {told[0] if told else error}") from None
    return folder / "node_modules" / ".bin"


def apply_overlay(name: str, target: Path, source: Path = SPEC) -> Path:
    """spec/overlays/NAME.yaml over the description, or over another document."""
    find_wheel("oas_patch")
    program = Path(sys.executable).with_name("oas-patch")
    run([program, "overlay", source, OVERLAYS / f"{name}.yaml", "--output", target])
    return target
