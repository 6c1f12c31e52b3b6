"""`carto` itself: which commands there are, and how a run ends."""

import os
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from carto_ext.cli import PACKAGES
from carto_ext.cli.app import App, Refused, coloured, shared_options, terminal_width
from carto_ext.version import __version__

# By section, with the help in short: `carto --help` imports no command.
_SECTIONS: dict[str, dict[str, str]] = {
    "Data": {
        "query": "Run SQL and show its rows.",
        "export": "Write a table or a query to a file: CSV, GeoJSON, GeoPackage, …",
        "copy": "Copy rows into and out of a table that exists.",
        "import": "Make datasets of files and URLs.",
        "frames": "GeoParquet: tables to files, files to tables, a whole account.",
    },
    "Account": {
        "datasets": "List, describe, rename and delete datasets.",
        "jobs": "Run SQL that takes long, as batch jobs.",
        "sync": "Tables that CARTO fetches again and again.",
        "keys": "List, create and delete API keys.",
        "maps": "List maps, their tiles' URLs, and a page to look at.",
    },
    "This machine": {
        "login": "Store an account and its key as a profile.",
        "profiles": "List, choose and remove profiles.",
        "doctor": "Check the configuration, the network and the key.",
        "sandbox": "Run a local CARTO to try things on.",
        "completion": "Print the completion script of a shell.",
    },
}
_MODULES = {
    name: f"carto_ext.cli.commands.{name.replace('import', 'imports')}" for part in _SECTIONS.values() for name in part
}
_COMPLETE = "_CARTO_COMPLETE"


class _Ended(Exception):
    """Carries what ended a command past click, which would print and exit in its own way."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__()
        self.cause = cause


class Program(click.Group):
    """`carto`, whose commands are imported when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        found: click.Command = import_module(_MODULES[cmd_name]).command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section, commands in _SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(commands.items()), col_max=12)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            if isinstance(error, ModuleNotFoundError) and error.name in PACKAGES:
                raise
            raise _Ended(error) from error
        except KeyboardInterrupt as error:
            raise _Ended(error) from error


def program() -> Program:
    """The whole command line."""
    version = click.version_option(__version__, message="carto %(version)s")
    made = Program(
        name="carto",
        params=shared_options(),
        help="CARTO from the command line.\n\nThe account comes from --profile, CARTO_PROFILE, CARTO_BASE_URL with "
        "CARTO_API_KEY, or the profile that carto login stored.",
        epilog="carto COMMAND --help says more.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        no_args_is_help=True,
    )
    return version(made)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code."""
    app = App()
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.showwarning = _shown_once()
        code = _ended(app, arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes again when it ends, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _quiet()
    return code


def _ended(app: App, arguments: Sequence[str]) -> int:
    try:
        code = program().main(
            list(arguments), prog_name="carto", complete_var=_COMPLETE, standalone_mode=False, obj=app
        )
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return error.exit_code
    except click.UsageError as error:
        hint = f"{error.ctx.command_path} --help shows how it is used." if error.ctx else "See carto --help."
        _print_error(app, [" ".join(error.format_message().split()), hint])
        return error.exit_code
    except click.ClickException as error:
        _print_error(app, [error.format_message()])
        return error.code if isinstance(error, Refused) else error.exit_code
    except _Ended as ended:
        return _failed(app, ended.cause)
    except (click.Abort, KeyboardInterrupt):
        return _failed(app, KeyboardInterrupt())


def _failed(app: App, error: BaseException) -> int:
    from carto_ext.cli import failures

    if isinstance(error, BrokenPipeError):
        return _quiet()
    if app.debug:
        _print_traceback(app, error)
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        click.echo("Interrupted.", err=True)
        code = failures.INTERRUPTED
    else:
        _print_error(app, failures.explain(error))
        code = failures.exit_code(error)
    if app.going_on:
        click.echo("It goes on at CARTO. To take it up again:", err=True)
        click.echo("\n".join(f"  {command}" for command in app.going_on), err=True)
    return code


def _quiet() -> int:
    from carto_ext.cli.failures import BROKEN_PIPE

    return BROKEN_PIPE


def _print_error(app: App, paragraphs: Sequence[str]) -> None:
    from carto_ext.cli.failures import block

    text = block(
        [_without_keys(app, one) for one in paragraphs],
        min(terminal_width(), 100),
        lambda title: coloured(title, "red"),
    )
    click.echo(text, err=True)


def _print_traceback(app: App, error: BaseException) -> None:
    click.echo(_without_keys(app, "".join(traceback.format_exception(error))), err=True)


def _without_keys(app: App, text: str) -> str:
    """No error of the package holds one; those of others may."""
    from carto_client.redaction import mask_named, without_secrets

    carto = vars(app).get("carto")
    key = carto.settings.api_key if carto is not None else None
    keys = [one for one in (key, os.environ.get("CARTO_API_KEY")) if one]
    return mask_named(without_secrets(text, keys))


def _shown_once() -> Callable[..., None]:
    """A line for each warning, however many clients warn of it."""
    told: set[str] = set()

    def show(message: Warning | str, category: type[Warning], *_: object) -> None:
        # All of ours are UserWarnings; what is deprecated is for programmers.
        if issubclass(category, UserWarning) and str(message) not in told:
            told.add(str(message))
            click.echo(f"{coloured('Warning:', 'yellow')} {message}", err=True)

    return show
