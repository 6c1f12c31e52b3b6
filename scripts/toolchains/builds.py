"""Make, compile and run the client of one language in a folder of its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from toolchains.tools import (
    CACHE,
    OVERLAYS,
    ROOT,
    SPEC,
    apply_overlay,
    find_jars,
    find_program,
    find_wheel,
    install_npm_packages,
    run,
)

T = TypeVar("T")
SOURCES = {".go", ".java", ".ts"}
EXAMPLES = ROOT / "examples"
GENERATOR = "openapi-generator 7.26.0"
# Clients only: no stubs of tests, no pages of documentation.
ONLY_CODE = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"


class Build(ABC):
    """`folder` holds the example, the generated client and what was compiled; it is made again if any of it changed."""

    name: str
    generator: str
    compiler: str

    def __init__(self) -> None:
        self.folder = CACHE / "languages" / self.name

    @abstractmethod
    def prepare(self) -> None:
        """Find the tools; `Missing` where one is not to be had."""

    @abstractmethod
    def generate(self) -> Path:
        """Make the client; gives its folder or file."""

    @abstractmethod
    def compile(self) -> None:
        """Compile the client and the programs, with the strictest flags."""

    @abstractmethod
    def command(self, program: str) -> list[str | Path]:
        """What runs a program of the example, in `folder`."""

    def fingerprint(self) -> str:
        """All that decides what is built."""
        sources = [SPEC, *sorted(OVERLAYS.iterdir()), *sorted((EXAMPLES / self.name).iterdir()), Path(__file__)]
        return hashlib.sha256(b"\0".join([str(ROOT).encode(), *(path.read_bytes() for path in sources)])).hexdigest()

    def build(self, fresh: bool) -> str:
        """Build where something changed, and say how long what took."""
        stamp = self.folder / "stamp"
        if not fresh and stamp.exists() and stamp.read_text() == self.fingerprint():
            return "built before"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(EXAMPLES / self.name, self.folder)
        made, generating = timed(self.generate)
        _, compiling = timed(self.compile)
        stamp.write_text(self.fingerprint())
        files = [made] if made.is_file() else sorted(path for path in made.rglob("*") if path.suffix in SOURCES)
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
        return (
            f"{self.generator}: {lines:,} lines in {generating:.1f} s; {self.compiler}: no finding in {compiling:.1f} s"
        )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.monotonic()
    return work(), time.monotonic() - started


class TypeScript(Build):
    name = "typescript"
    generator = "openapi-typescript 7.13.0"
    compiler = "tsc 5.9.3"

    def prepare(self) -> None:
        self.node = find_program("node")
        find_program("npm")

    def generate(self) -> Path:
        self.programs = install_npm_packages(self.folder)
        target = self.folder / "carto.d.ts"
        run([self.programs / "openapi-typescript", SPEC, "-o", target])
        return target

    def compile(self) -> None:
        run([self.programs / "tsc", "--project", self.folder])

    def command(self, program: str) -> list[str | Path]:
        return [self.node, f"{program}.js"]


class Generated(Build):
    """A client by openapi-generator, from the description without unions."""

    options: str
    flags: tuple[str, ...]

    def prepare(self) -> None:
        self.java = find_program("java", "default-jre-headless")
        self.jar = find_wheel("openapi_generator_cli") / "openapi-generator.jar"

    def generate(self) -> Path:
        client = self.folder / "client"
        spec = apply_overlay("without-unions", self.folder / "openapi.yaml")
        names = ["--parameter-name-mappings", "auth_token[]=authTokens", "--global-property", ONLY_CODE]
        options = [*self.flags, *names, "--additional-properties", self.options]
        run([self.java, "-jar", self.jar, "generate", "-i", spec, "-o", client, *options])
        return client


class Go(Generated):
    name = "go"
    generator = GENERATOR
    compiler = "go vet, go build"
    options = "packageName=carto,disallowAdditionalPropertiesIfNotPresent=false"
    flags = ("-g", "go", "--git-host", "example.com", "--git-user-id", "carto", "--git-repo-id", "client")

    def prepare(self) -> None:
        super().prepare()
        self.go = find_program("go", "golang-go")

    def compile(self) -> None:
        # Nothing is fetched: the client and the program need the standard library only.
        alone = {"GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOCACHE": str(CACHE / "go")}
        for task in (["vet", "./..."], ["build", "-o", "main", "."]):
            run([self.go, *task], self.folder, alone)

    def command(self, program: str) -> list[str | Path]:
        return [self.folder / program]


class Java(Generated):
    name = "java"
    generator = GENERATOR
    compiler = "javac -Xlint:all -Werror"
    options = (
        "invokerPackage=com.carto.client,apiPackage=com.carto.client.api,modelPackage=com.carto.client.model,"
        "openApiNullable=false,hideGenerationTimestamp=true,useJakartaEe=true,useSingleRequestParameter=true"
    )
    flags = ("-g", "java", "--library", "native")

    def prepare(self) -> None:
        super().prepare()
        self.javac = find_program("javac", "default-jdk-headless")
        libraries = {
            "jackson-core": "libjackson2-core-java",
            "jackson-annotations": "libjackson2-annotations-java",
            "jackson-databind": "libjackson2-databind-java",
            "httpmime": "libhttpmime-java",
            "jakarta-annotation-api": "libjakarta-annotation-api-java",
        }
        jars = find_jars(list(libraries), *libraries.values())
        # The generator's own archive is the last: it lends jackson-datatype-jsr310, which Debian does not have.
        self.path = os.pathsep.join(str(jar) for jar in [*jars, self.jar])

    def compile(self) -> None:
        sources = sorted(self.folder.glob("client/src/main/java/**/*.java")) + sorted(self.folder.glob("*.java"))
        # Debian's archives name others that are not installed, which is what -path is about.
        flags = ["-Xlint:all,-path", "-Werror", "-proc:none", "-d", str(self.folder / "classes"), "-cp", self.path]
        run([self.javac, *flags, *sources])

    def command(self, program: str) -> list[str | Path]:
        return [self.java, "-cp", os.pathsep.join([str(self.folder / "classes"), self.path]), program.capitalize()]


BUILDS: dict[str, type[Build]] = {build.name: build for build in (TypeScript, Go, Java)}
