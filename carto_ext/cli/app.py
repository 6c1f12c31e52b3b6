"""Common code of all commands: options, the client, and output."""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from carto_ext import Carto

Row = Mapping[str, Any]


class Refused(click.ClickException):
    """An end of this package's own, with the code of its kind."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


@dataclass
class App:
    """One run of the command."""

    json: bool = False
    debug: bool = False
    profile: str | None = None
    # Commands that take up work which goes on at CARTO, shown after an error or Ctrl-C.
    going_on: list[str] = field(default_factory=list)

    @cached_property
    def carto(self) -> "Carto":
        """The client of the chosen profile, closed with the command."""
        from carto_ext import Carto
        from carto_ext.cli.profiles import chosen

        account = chosen(self.profile)
        carto = Carto(account.base_url, api_key=account.api_key(), verify=account.ca_file or True, cert=account.cert)
        click.get_current_context().call_on_close(carto.close)
        return carto

    def print_json(self, document: object) -> None:
        """One document on stdout; in UTF-8, whatever the locale says."""
        text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
        try:
            data = text.encode()
        except UnicodeEncodeError:  # half of a surrogate pair
            data = json.dumps(document, indent=2, default=str).encode()
        click.echo(data)

    def show(self, document: object, text: str) -> None:
        """The document for programs, the text for people."""
        if self.json:
            self.print_json(document)
        else:
            click.echo(for_terminals(text))

    def show_rows(self, rows: Sequence[Row], columns: Sequence[str], *, none: str) -> None:
        """A list: all of each row for programs, the named columns for people."""
        if self.json:
            self.print_json(rows)
        else:
            from carto_ext.cli.tables import for_people, print_rows

            print_rows(rows, columns, none=none, shown=for_people)

    def say(self, text: str) -> None:
        """Print a message that is not a result, for people on a terminal; print nothing in a pipe."""
        if sys.stderr.isatty():
            click.echo(text, err=True)

    def confirm(self, question: str, *, yes: bool) -> None:
        """Ask before something is deleted; without a terminal to ask on, refuse."""
        if yes:
            return
        if not sys.stdin.isatty():
            raise click.UsageError(f"{question} There is no terminal to ask on: give --yes.")
        if not click.confirm(for_terminals(question), err=True):
            raise click.exceptions.Exit(1)

    @contextmanager
    def work_at_carto(self, command: str) -> Iterator[None]:
        """While this runs, `command` is how to go on if it is ended: by Ctrl-C, a timeout, a broken connection."""
        from carto_ext.errors import InvalidRequestError, JobCancelledError, JobFailedError, NotFoundError

        self.going_on.append(command)
        try:
            yield
        except (JobFailedError, JobCancelledError, NotFoundError, InvalidRequestError):  # it is over, or unknown
            self.going_on.remove(command)
            raise
        self.going_on.remove(command)


def for_terminals(text: str) -> str:
    """Without what would move the cursor or change colours: names and notices are the server's."""
    from carto_client.redaction import readable

    return readable(text)


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,234 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def coloured(text: str, colour: str | None = None) -> str:
    """In bold; in a pipe click takes that out again, and here NO_COLOR and TERM=dumb do."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain else click.style(text, fg=colour, bold=True)


def terminal_width() -> int:
    """Of stdout or stderr, whichever is a terminal; 80 in a pipe."""
    return shutil.get_terminal_size((80, 24)).columns


def _chosen(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value:
        setattr(context.ensure_object(App), parameter.name or "", value)


def shared_options() -> list[click.Parameter]:
    """Those that may stand behind `carto` and behind the command."""

    def option(name: str, words: str, **how: Any) -> click.Option:
        return click.Option([name], expose_value=False, callback=_chosen, help=words, **how)

    return [
        option("--json", "Print JSON for programs.", is_flag=True),
        option("--profile", "The profile to use (see carto login).", metavar="NAME"),
        option("--debug", "Show the traceback of an error.", is_flag=True),
    ]


class Command(click.Command):
    """A command with the options that all have."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()


class Group(click.Group):
    """Commands below a noun."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"no_args_is_help": True, **kwargs})
