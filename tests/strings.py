"""The texts of the interface, read out of the code."""

import ast
import re
from pathlib import Path

RENDER = Path(__file__).resolve().parent.parent / "src/sourcebook/render"
CALLS = {"say", "text", "count", "quote_link", "heading_words", "label_words"}
DATES = "January February March April May June July August September October November December uncertain approximate spring summer autumn winter until since to BC century"


def used():
    """Every text that a page or a script may show."""
    from sourcebook.model import changes
    from sourcebook.render.components.facts import RANKS
    from sourcebook.render.components.history import _HEADINGS
    from sourcebook.render.words import BOUNDS, SPECIALS, STANCES
    from sourcebook.store.schemas import built_in_schema

    found = {*STANCES.values(), *BOUNDS.values(), *SPECIALS.values(), *RANKS.values(), *DATES.split(), "month not known", "day not known"}
    found |= {*changes.SENTENCES.values(), *changes.GENERIC.values(), *changes.RANKS.values(), *changes.OWN_CITATIONS.values()}
    found |= {each for pair in changes.COUNTED.values() for each in pair} | set(_HEADINGS.values())
    for path in RENDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                found |= {
                    each.value
                    for one in node.args
                    for each in ast.walk(one)
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    for path in (RENDER / "assets").glob("*.js"):
        found |= set(re.findall(r'\bt\("([^"]+)"\)', path.read_text()))
    # Texts that are looked up by a variable: lists of headings and of ways to look.
    for name in ("open_questions", "home", "graph", "maps", "article", "indexes"):
        tree = ast.parse((RENDER / f"components/{name}.py").read_text())
        found |= {
            each.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Tuple)
            for each in node.elts
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and re.match(r"[A-Z][a-z]", each.value)
        }
    schema = built_in_schema()
    for kind in schema.types.values():
        found |= {kind.label, kind.plural_label}
    for each in (*schema.properties.values(), *schema.qualifiers.values()):
        found |= {each.label, *(schema.inverse_label(each, kind) for kind in each.on if each.inverse or each.inverse_on)}
    found |= {*schema.qualifiers["status"].choices}
    found |= {"news", "opinion", "interview", "statement", "treaty", "reference"}
    return {each for each in found if each and each not in {"href", "sb-link", "sb-show", ", "}}
