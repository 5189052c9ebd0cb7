"""What an editor says of each key and choice when the pointer rests on it."""

from collections.abc import Iterable, Mapping

from sourcebook.export.values import DATE_EXAMPLES
from sourcebook.model.articles import GENRES
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.values import Kind

ENTITY: Mapping[str, str] = {
    "type": "What kind of thing it is: the type of the folder that the file stands in.",
    "name": "The name as readers should see it. Renaming does not move the page: the id stays.",
    "aliases": "Other names. No two entities share one. `Мин Аун Хлайн @ru` is a name in another language.",
    "mentioned_as": "Words that refer to it and are no names, such as `Russian` for Russia. Entities may share them.",
    "summary": "One neutral sentence.",
    "cite": "The words that establish that there is such a thing, in the form of a fact's `cite`.",
    "facts": "What sources say of it. Each fact is one property with its value, its qualifiers and its citations.",
    "same_as": "The same thing elsewhere: `wikidata:Q836`, or an address.",
    "merged": "Ids that this entity had or took over. Links to them keep working.",
    "not_same_as": "Ids of entities that look alike and are different.",
    "notes": "Markdown for readers. `[[id]]` and `[[id|text]]` link.",
    "note": "For editors; not shown.",
    "when": f"When it was: {DATE_EXAMPLES}.",
    "kind": "What kind of thing it is more closely, such as `city` or `memorandum`.",
    "status": "How far it has come, such as `signed`.",
    "auto": "The loader made this entity. Delete the line to accept it, delete the file to reject it.",
}
FACT: Mapping[str, str] = {
    "cite": "The words that the fact rests on: a list of citations, each with `src:` and the exact `quote:`.",
    "rank": "What the editors think of the fact. `preferred` and `deprecated` need a `why:`.",
    "why": "Why the fact has the `rank:` that it is given, in one sentence.",
    "auto": "The loader proposed this fact. Delete the line to accept it, delete the fact to reject it.",
    "unsure": "Why the loader doubts the fact; it is kept off the pages.",
}
CITATION: Mapping[str, str] = {
    "src": "The id of an article.",
    "by": "Who says it: the id of somebody quoted, `unknown` where the text does not say; absent for the article's author.",
    "stance": "How the source puts it; absent, it follows from the article's genre.",
    "quote": "The exact words. `[...]` joins fragments that follow each other. Put them below `>-`, in lines of at most 80 columns.",
    "locator": "The page, section or record number, in a source whose text is not held.",
    "note": "For editors; not shown.",
}
STANCES: Mapping[str, str] = {
    Stance.FACT: "The source states it as a fact.",
    Stance.CLAIM: "The source claims it.",
    Stance.OPINION: "The source judges or values.",
    Stance.PLAN: "The source says that it is intended or expected.",
    Stance.DENIAL: "The source says that it is not so.",
}
RANKS: Mapping[str, str] = {
    Rank.PREFERRED: "The best of several that disagree; needs a `why:`.",
    Rank.NORMAL: "Neither; the same as no rank.",
    Rank.DEPRECATED: "Held to be wrong, and kept because a source says it; needs a `why:`.",
}
QUALIFIERS: Mapping[str, str] = {
    "when": "When it was",
    "from": "When it began",
    "until": "When it ended",
    "at": "Where it was",
    "during": "On the occasion of which event",
    "with": "Together with whom or what",
    "of": "Of which place or organization, as in `position: Prime Minister`",
    "role": "In which role",
    "kind": "Of what kind",
    "order": "Which one of a series it is",
    "count": "How many times",
    "bound": "Whether the number is a least, a most or about so many",
    "status": "How far it has come",
    "note": "A remark to the fact",
}
RECORD: Mapping[str, str] = {
    "title": "The title. A text without one is shown by its first words.",
    "author": "The id of an entity, or plain text.",
    "publisher": "Who published it.",
    "genre": "What kind of text it is. It sets how statements are put unless a citation says it.",
    "issued": f"When it was published: {DATE_EXAMPLES}.",
    "accessed": f"When it was looked at: {DATE_EXAMPLES}.",
    "language": "The language of the text, a tag such as `en` or `zh-Hant`.",
    "url": "Its address on the web.",
    "license": "Under which licence it may be used.",
    "sha256": "The fingerprint of the text below; `sourcebook ingest` writes it.",
    "original": "The document that the text was taken from: its name and its sha256.",
    "text": "`none` where the text may not be stored; citations then have a `locator` in place of a checked quote.",
    "note": "For editors; not shown.",
}
GENRE_STANCES: Mapping[str, str] = {
    name: f"Its statements are {stance}s unless a citation says otherwise." for name, stance in GENRES.items()
}
SETTINGS: Mapping[str, str] = {
    "title": "The title of the site.",
    "description": "What the site is about, in a sentence or two.",
    "repository": "The web address of the git repository, for the links to edit and mend.",
    "branch": "The branch that is edited; `main` if not given.",
    "folder": "The folder of this knowledge base in the repository, if it does not stand at its top.",
    "url": "Where the site is published, for feeds, previews and structured data.",
    "language": "The language of the interface; `en` and `fa` come with Sourcebook, others from `content/language.yml`.",
    "components": 'The parts of an entity\'s page, in this order: one list for all types, or one for each, with `""` for all others.',
    "history": "Whether pages say when and how they last changed in git; `on` if not given.",
    "unreviewed": "Whether the site shows what the loader proposed and nobody reviewed, marked as such, or leaves it out; `show` if not given.",
    "forms": "The form editor at `admin/`: whether there is one, or how to sign in to it.",
}
FORMS: Mapping[str, str] = {
    "show": "Whether the site has the form editor at `admin/`; by default, if `repository` is set.",
    "review": "Whether every change becomes a pull request.",
    "backend": "What the repository's host runs, where its address does not tell.",
    "app_id": "The id under which the host knows the site, to sign in with.",
    "auth": "The address of a service that signs people in, where the host needs one.",
}
TYPE: Mapping[str, str] = {
    "plural": "The folder of its files, and the last part of its index page's address.",
    "label": "What readers see.",
    "plural_label": "What readers see of many.",
    "extends": "The type whose properties it shares.",
    "icon": "A Material icon such as `material/ferry`.",
    "rdf": "The schema.org class, such as `schema:Vehicle`.",
    "keys": "Keys beyond the common ones: `when`, `kind`, `status`.",
    "common": "Whether its entities are named by common nouns, found in any case.",
    "infobox": "Properties and keys shown first.",
    "columns": "Properties and keys in the table of all.",
}
PROPERTY: Mapping[str, str] = {
    "on": "The types that may have it; all if absent.",
    "to": "The types of entity that it points to; any if absent.",
    "value": "What its values are; entities if absent.",
    "of": "The choices of an `enum`.",
    "unit": "The unit of a quantity that is written without one.",
    "inverse": "What the fact is called on the page of its value; or one name for each type of the subject.",
    "symmetric": "Whether it reads the same from both ends.",
    "label": "How pages put it.",
    "inverse_label": "How pages put it at the other end.",
    "single": "Whether an entity has at most one value.",
    "unique": "`per-value-at-a-time` lets `check` report sources that disagree.",
    "rdf": "The schema.org property, such as `schema:jobTitle`.",
}
KINDS: Mapping[str, str] = {
    Kind.ENTITY: "the id of an entity",
    Kind.TEXT: "words",
    Kind.QUOTE: "the words of somebody",
    Kind.INTEGER: "a whole number, such as `11`",
    Kind.QUANTITY: "a number and its unit, such as `4200 t`",
    Kind.DATE: f"a date: {DATE_EXAMPLES}",
    Kind.COORDINATES: "latitude, longitude in degrees, such as `55.7558, 37.6173`",
    Kind.URL: "a web address",
    Kind.ENUM: "one of a few choices",
}
EXAMPLES: Mapping[str, str] = {
    Kind.ENTITY: "id",
    Kind.TEXT: "words",
    Kind.QUOTE: "words",
    Kind.INTEGER: "11",
    Kind.QUANTITY: "4200",
    Kind.DATE: "2025-03",
    Kind.COORDINATES: "55.7558, 37.6173",
    Kind.URL: "https://example.org",
    Kind.ENUM: "choice",
}
TYPES_SECTION = "Types that this knowledge base adds: `ship: {plural: ships, label: Ship}`."
PROPERTIES_SECTION = "Properties that this knowledge base adds: `flag_state: {on: ship, to: place, inverse: flags}`."
QUALIFIERS_SECTION = "Qualifiers that this knowledge base adds, in the form of properties."


def with_choices(said: str, choices: Mapping[str, str]) -> str:
    """What is said of a key, and below it what each of its choices means."""
    return "\n".join([said, "", *(f"* `{name}`: {meaning}" for name, meaning in choices.items())])


def a(names: Iterable[str]) -> str:
    """The names with their articles.

    >>> a(["place", "organization"])
    'a `place` or an `organization`'
    """
    return " or ".join(f"{'an' if each[0] in 'aeiou' else 'a'} `{each}`" for each in names)
