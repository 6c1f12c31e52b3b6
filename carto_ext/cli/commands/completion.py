"""`carto completion`."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
        carto completion bash > ~/.local/share/bash-completion/completions/carto
        carto completion zsh > "${fpath[1]}/_carto"
        carto completion fish > ~/.config/fish/completions/carto.fish
    """
    made = get_completion_class(shell)
    assert made is not None
    # Not by its method `source`, which runs bash first to ask for its version.
    one = made(context.find_root().command, {}, "carto", "_CARTO_COMPLETE")
    click.echo(one.source_template % one.source_vars())
