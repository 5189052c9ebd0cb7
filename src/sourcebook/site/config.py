"""The configuration of a site for builders that do not run our plugin."""

import os
from pathlib import Path

import yaml
from yaml.representer import SafeRepresenter

from sourcebook.diagnostics import SourcebookError

PLUGIN = "sourcebook"
_REPLACED = frozenset({"docs_dir", "site_dir", "nav", "plugins", "edit_uri", "watch", "hooks"})


def derived_config(config: Path, target: Path, docs_dir: Path, nav: list[dict[str, str]], language: str = "en") -> str:
    """`mkdocs.yml` without our plugin and its edit links, over a folder of rendered pages.

    Tags such as `!ENV` stay as they are.

    Args:
        config: the project's mkdocs.yml.
        target: where the result will stand; paths in it are relative to that.
        docs_dir: the folder of pages.
        nav: the tabs.
        language: of the interface; the theme's own texts follow it where mkdocs.yml says nothing else.

    Raises:
        SourcebookError: If the configuration is missing or no YAML.
    """
    if not config.is_file():
        msg = f"There is no {config}: `sourcebook init` writes one"
        raise SourcebookError(msg)
    try:
        root = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        msg = f"{config} is not YAML: {error}"
        raise SourcebookError(msg) from error
    if not isinstance(root, yaml.MappingNode):
        msg = f"{config} holds no settings"
        raise SourcebookError(msg)
    entries = [(key, value) for key, value in root.value if key.value not in _REPLACED]
    plugins = next((value for key, value in root.value if key.value == "plugins"), None)
    if isinstance(plugins, yaml.SequenceNode):
        kept = [each for each in plugins.value if _plugin_name(each) != PLUGIN]
        entries.append((_scalar("plugins"), yaml.SequenceNode(plugins.tag, kept)))
    base = target.resolve().parent
    where = os.path.relpath(docs_dir.resolve(), base)
    # The pencil would lead to the rendered page instead of the file behind it.
    for key, value in entries:
        if key.value == "theme" and isinstance(value, yaml.MappingNode):
            features = next((each for name, each in value.value if name.value == "features"), None)
            if isinstance(features, yaml.SequenceNode):
                features.value = [each for each in features.value if each.value != "content.action.edit"]
            for name, own in value.value:
                if name.value == "language" and own.value == "en":
                    own.value = language
    added = {"docs_dir": where, "site_dir": f"{where}-site", "nav": nav}
    entries += [(_scalar(name), _node(value)) for name, value in added.items()]
    return "# Made by `sourcebook render`; changes are lost.\n" + yaml.serialize(
        yaml.MappingNode(root.tag, entries), Dumper=yaml.SafeDumper, allow_unicode=True
    )


def _node(value: object) -> yaml.Node:
    """Plain lists and texts as a node."""
    node: yaml.Node = SafeRepresenter().represent_data(value)
    return node


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)


def _plugin_name(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode) and node.value:
        return str(node.value[0][0].value)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
