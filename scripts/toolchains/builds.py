"""Make, compile and run the client of one language in a folder of its own."""

from __future__ import annotations

import hashlib
import os
from abc import abstractmethod
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from airports import find_airports

from carto_sandbox import Account
from toolchains.runs import EXAMPLES, Language, environment_of, timed
from toolchains.tools import (
    CACHE,
    OVERLAYS,
    ROOT,
    SPEC,
    Failed,
    apply_overlay,
    find_jars,
    find_program,
    find_wheel,
    install_npm_packages,
    run,
)

SOURCES = {".go", ".java", ".ts"}
GENERATOR = "openapi-generator 7.26.0"
# Clients only: no stubs of tests, no pages of documentation.
ONLY_CODE = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"


class Build(Language):
    """`folder` has the example, the generated client and the compiled files; it is rebuilt if any of them changed."""

    generator: str
    compiler: str

    @abstractmethod
    def generate(self) -> Path:
        """Make the client; gives its folder or file."""

    @abstractmethod
    def compile(self) -> None:
        """Compile the client and the programs, with the strictest flags."""

    @abstractmethod
    def command(self, program: str) -> list[str | Path]:
        """Return the command that runs `main` or `calls`, in `folder`."""

    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        built = self.build(fresh)
        return f"{self.run_main(accounts[0])}, {self.run_calls(accounts[1], self.command('calls'))}; {built}"

    def run_main(self, account: Account) -> str:
        """Run the main job and hold what it prints against what is right."""
        target = self.folder / "airports-out.csv"
        command = [*self.command("main"), find_airports(), target]
        printed, seconds = timed(lambda: run(command, self.folder, environment_of(account)))
        expected = (EXAMPLES / "output.txt").read_text(encoding="utf-8")
        if printed != expected:
            lines = unified_diff(expected.splitlines(), printed.splitlines(), "expected", "printed", lineterm="")
            raise Failed("the main job came out differently:\n" + "\n".join(lines))
        steps = len(expected.splitlines())
        return f"{steps} of {steps} steps in {seconds:.1f} s"

    def fingerprint(self) -> str:
        """All that decides what is built."""
        example = [path for path in sorted((EXAMPLES / self.name).rglob("*")) if path.is_file()]
        sources = [SPEC, *sorted(OVERLAYS.iterdir()), *example, Path(__file__)]
        return hashlib.sha256(b"\0".join([str(ROOT).encode(), *(path.read_bytes() for path in sources)])).hexdigest()

    def build(self, fresh: bool) -> str:
        """Build where something changed, and say how long what took."""
        stamp = self.folder / "stamp"
        if not fresh and stamp.exists() and stamp.read_text() == self.fingerprint():
            return "built before"
        self.copy_example()
        made, generating = timed(self.generate)
        _, compiling = timed(self.compile)
        stamp.write_text(self.fingerprint())
        files = [made] if made.is_file() else sorted(path for path in made.rglob("*") if path.suffix in SOURCES)
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
        return (
            f"{self.generator}: {lines:,} lines in {generating:.1f} s; {self.compiler}: no finding in {compiling:.1f} s"
        )


class TypeScript(Build):
    name, calls = "typescript", "calls.ts"
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
    name, calls = "go", "calls/main.go"
    generator = GENERATOR
    compiler = "go vet, go build"
    options = "packageName=carto,disallowAdditionalPropertiesIfNotPresent=false"
    flags = ("-g", "go", "--git-host", "example.com", "--git-user-id", "carto", "--git-repo-id", "client")

    def prepare(self) -> None:
        super().prepare()
        self.go = find_program("go", "golang-go")

    def compile(self) -> None:
        # No downloads: the client and the program need only the standard library.
        alone = {"GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOCACHE": str(CACHE / "go")}
        for task in (["vet", "./..."], ["build", "-o", "main", "."], ["build", "-o", "calls/calls", "./calls"]):
            run([self.go, *task], self.folder, alone)

    def command(self, program: str) -> list[str | Path]:
        return [self.folder / ("main" if program == "main" else "calls/calls")]


class Java(Generated):
    name, calls = "java", "Calls.java"
    generator = GENERATOR
    compiler = "javac -Xlint:all -Werror"
    options = (
        "invokerPackage=com.carto.client,apiPackage=com.carto.client.api,modelPackage=com.carto.client.model,"
        "containerDefaultToNull=true,openApiNullable=false,hideGenerationTimestamp=true,useJakartaEe=true,"
        "useSingleRequestParameter=true"
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
