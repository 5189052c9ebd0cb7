"""What the shell offers while one types: ids from the names of files, so that it is quick however much there is."""

from pathlib import Path

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from sourcebook import lookup


class Bash(BashComplete):
    """Bash takes `when=2025` for three words; and after `when=` a space would be in the way."""

    source_template = BashComplete.source_template.replace(
        "    return 0\n", '    if [[ "${COMPREPLY[*]}" == *= ]]; then compopt -o nospace; fi\n\n    return 0\n', 1
    )

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one."""
        words, begun = super().get_completion_args()
        joined: list[str] = []
        for each in [*words, begun]:
            if joined and (each == "=" or joined[-1].endswith("=")) and "=" not in joined[-1][:-1]:
                joined[-1] += each
            else:
                joined.append(each)
        return joined[:-1], joined[-1]

    def format_completion(self, item: CompletionItem) -> str:
        """What replaces the part after the last `=`."""
        name, equals, value = item.value.partition("=")
        return f"{item.type},{value if equals and value else name + equals}"


add_completion_class(Bash, "bash")


def _project_folder(ctx: click.Context) -> Path:
    return Path(ctx.params.get("folder") or ".")


def entity_ids(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of entities, each with its type."""
    del parameter
    return [CompletionItem(entity, help=kind) for entity, kind in lookup.entity_ids(_project_folder(ctx), incomplete)]


def article_ids(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of articles."""
    del parameter
    return [CompletionItem(each) for each in lookup.article_ids(_project_folder(ctx), incomplete)]


def type_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of types, custom ones too."""
    del parameter
    schema = lookup.schema(_project_folder(ctx))
    return [CompletionItem(name, help=each.plural) for name, each in schema.types.items() if name.startswith(incomplete)]


def property_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of properties: those that the type of the entity named before may have, and inverses."""
    del parameter
    found = lookup.properties_for(_project_folder(ctx), str(ctx.params.get("entity") or ""))
    return [CompletionItem(name, help=label) for name, label in found if name.startswith(incomplete)]


def qualifier_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of qualifiers with `=`; after it, ids or choices."""
    del parameter
    name, equals, begun = incomplete.partition("=")
    folder = _project_folder(ctx)
    known = lookup.schema(folder).qualifiers
    if not equals:
        return [CompletionItem(f"{each}=", help=one.label) for each, one in known.items() if each.startswith(name)]
    each = known.get(name)
    values = (
        each.choices if each and each.choices else [entity for entity, _ in lookup.entity_ids(folder, begun)] if each and each.to else []
    )
    return [CompletionItem(f"{name}={value}") for value in values if value.startswith(begun)]


def codes(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of findings."""
    del ctx, parameter
    from sourcebook.diagnostics import CODES

    return [CompletionItem(each, help=severity.value) for each, severity in CODES.items() if each.startswith(incomplete)]


def mendable_codes(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of findings that `fix` mends."""
    from sourcebook.mending import MENDABLE

    return [each for each in codes(ctx, parameter, incomplete) if each.value in MENDABLE]
