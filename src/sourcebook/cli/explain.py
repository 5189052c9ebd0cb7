"""`sourcebook explain`."""

import click

from sourcebook.cli.completing import codes
from sourcebook.diagnostics import CODES
from sourcebook.suggest import did_you_mean


@click.command("explain", short_help="what a finding means and how to mend it")
@click.argument("code", required=False, shell_complete=codes)
def command(code: str | None) -> None:
    """Prints what the finding CODE means, how to mend it, and mostly an example; without CODE, the list of codes.

    \b
    Examples:
      sourcebook explain
      sourcebook explain quote-not-found
    """
    from sourcebook.check import explain
    from sourcebook.mending import MENDABLE

    if code is None:
        for name, severity in CODES.items():
            click.echo(f"{severity:8} {name}")
        return
    if code not in CODES:
        raise click.UsageError(f"There is no code {code!r}. {did_you_mean(code, CODES) or 'See `sourcebook explain`.'}")
    click.echo(explain(code).rstrip())
    if code in MENDABLE:
        click.echo(f"\n`sourcebook fix --only {code}` mends it where there is one remedy only.")
