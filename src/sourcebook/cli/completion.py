"""`sourcebook completion`."""

import click
from click.shell_completion import get_completion_class

HOW = {
    "bash": "echo 'eval \"$(sourcebook completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(sourcebook completion zsh)\"' >> ~/.zshrc",
    "fish": "sourcebook completion fish > ~/.config/fish/completions/sourcebook.fish",
}


@click.command("completion", short_help="let the shell complete commands and ids")
@click.argument("shell", type=click.Choice(list(HOW)))
def command(shell: str) -> None:
    """Prints what lets SHELL complete commands, options, ids of entities and articles, types, properties and codes.

    Once it is set up, press Tab after the beginning of a word.

    \b
    Examples:
      echo 'eval "$(sourcebook completion bash)"' >> ~/.bashrc
      echo 'eval "$(sourcebook completion zsh)"' >> ~/.zshrc
      sourcebook completion fish > ~/.config/fish/completions/sourcebook.fish
    """
    from sourcebook.cli import COMPLETE, group
    from sourcebook.cli.completing import Bash

    found = Bash if shell == "bash" else get_completion_class(shell)
    if found:
        click.echo(found(group, {}, "sourcebook", COMPLETE).source())
