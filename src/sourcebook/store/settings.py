"""What a knowledge base says of its site: `sourcebook.yml`, and `language.yml` beside it."""

from collections.abc import Callable

import yaml

from sourcebook.diagnostics import Diagnostic
from sourcebook.model.knowledge import COMPONENTS, UNREVIEWED, Settings
from sourcebook.store.fields import Fields
from sourcebook.store.nodes import parse_yaml
from sourcebook.suggest import did_you_mean

SETTINGS_FILE = "sourcebook.yml"
SETTING_KEYS = ("title", "description", "repository", "branch", "folder", "url", "language", "components", "history", "unreviewed", "forms")
ON_OFF = ("on", "off")
FORM_CHOICES = {"show": ("true", "false"), "review": ("true", "false"), "backend": ("github", "gitlab", "gitea")}
FORM_KEYS = (*FORM_CHOICES, "app_id", "auth")
LANGUAGE_FILE = "language.yml"

Read = Callable[[str], str | Diagnostic | None]
"""Gives the text of a file of the knowledge base by its place in it; None if there is none."""


def read_settings(read: Read, shown: str, found: list[Diagnostic]) -> Settings:
    """What the files of settings say; what is wrong in them is added to `found`."""
    name = f"{shown}/{SETTINGS_FILE}"
    text = read(SETTINGS_FILE)
    if text is None:
        return Settings(texts=_texts(read, shown, found))
    if isinstance(text, Diagnostic):
        found.append(text)
        return Settings()
    document = parse_yaml(text, name)
    found.extend(document.diagnostics)
    if document.root is None:
        return Settings()
    fields = Fields(document.root, name, what="settings file", found=found)
    for _ in fields.unknown(SETTING_KEYS):
        pass
    default = Settings()
    return Settings(
        title=fields.text("title") or default.title,
        description=fields.text("description", limit=2_000),
        repository=fields.text("repository"),
        branch=fields.text("branch") or default.branch,
        folder=fields.text("folder").strip("/").removeprefix("./"),
        url=_address(fields),
        language=fields.text("language", limit=35) or default.language,
        texts=_texts(read, shown, found),
        components=_components(fields, found),
        history=fields.choice("history", ON_OFF, "on") == "on",
        unreviewed=fields.choice("unreviewed", UNREVIEWED, default.unreviewed),
        forms=_forms(fields, found),
    )


def _address(fields: Fields) -> str:
    url = fields.text("url")
    if url and not url.startswith(("https://", "http://")):
        fields.report("bad-value", f"`{url[:60]}` is no web address", fields.values["url"], "Write it as https://example.org/folder/.")
        return ""
    return url.rstrip("/")


def _texts(read: Read, shown: str, found: list[Diagnostic]) -> dict[str, str]:
    """The interface's texts in another language: English text -> translation."""
    text, name = read(LANGUAGE_FILE), f"{shown}/{LANGUAGE_FILE}"
    if text is None:
        return {}
    if isinstance(text, Diagnostic):
        found.append(text)
        return {}
    document = parse_yaml(text, name)
    found.extend(document.diagnostics)
    if document.root is None:
        return {}
    fields = Fields(document.root, name, what="translations", found=found)
    return {key: fields.text(key, limit=2_000, words=True) for key in fields.values}


def _components(fields: Fields, found: list[Diagnostic]) -> dict[str, tuple[str, ...]]:
    """Type -> names of components; a plain list is for all types."""
    node = fields.values.get("components")
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {"": _named(fields, "components")}
    inside = Fields(node, fields.path, what="components", found=found)
    return {kind: _named(inside, kind) for kind in inside.values}


def _forms(fields: Fields, found: list[Diagnostic]) -> dict[str, str]:
    """What is set of the form editor; `forms: false` says only that there is none."""
    node = fields.values.get("forms")
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {"show": fields.choice("forms", FORM_CHOICES["show"], "true")}
    inside = Fields(node, fields.path, what="settings of the forms", found=found)
    for _ in inside.unknown(FORM_KEYS):
        pass
    chosen = {name: inside.choice(name, choices, "") for name, choices in FORM_CHOICES.items()}
    address = inside.text("auth")
    if address and not address.startswith("https://"):
        inside.report(
            "bad-value", f"`{address[:60]}` is no safe web address", inside.values["auth"], "Write it as https://auth.example.org."
        )
        address = ""
    return {name: value for name, value in {**chosen, "app_id": inside.text("app_id"), "auth": address}.items() if value}


def _named(fields: Fields, key: str) -> tuple[str, ...]:
    names = []
    for name, node in fields.texts(key):
        if name in COMPONENTS:
            names.append(name)
        else:
            hint = did_you_mean(name, COMPONENTS) or f"There are: {', '.join(COMPONENTS)}."
            fields.report("bad-value", f"`{name[:60]}` is no component of a page", node, hint)
    return tuple(names)
