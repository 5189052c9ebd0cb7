"""Areas of cooperation: the fields that a sentence about relations lists, known to the vocabulary or not."""

import bisect
from collections.abc import Iterator
from itertools import repeat

from sourcebook import lazy_re as re
from sourcebook.extract.area_compounds import ADJECTIVE, ATTRIBUTE, compounded
from sourcebook.extract.area_leads import INSTRUMENTS, LEADING, LEADS, RANGE, RANGES, SHARED, WANTED
from sourcebook.extract.area_names import name_of
from sourcebook.extract.area_words import (
    ACTIVITIES,
    ALONE,
    FIELDS,
    FIRST_LETTERS,
    GENERIC,
    HEADLESS,
    JOINT,
    LEADING_WORDS,
    NO_FIELD,
    OPENS,
    PARALLEL,
    SIGNS,
    SOME,
    WEAK,
)
from sourcebook.extract.document import Block, Document, Sentence, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import Phrases
from sourcebook.extract.purposes import purposes
from sourcebook.model.spans import Span

_CUE = re.compile(
    r"\b(?:cooperat\w*|co-operat\w*|collaborat\w*|partnership|bilateral|relations|ties|agenda|(?:areas?|fields?|spheres?|sectors?) of|joint (?:work|projects?)|exchanges?|discuss(?:ed|ions?)|prospects|"
    r"expand\w*|strengthen\w*|deepen\w*|memorand\w+|agreements?|interaction|engagement|dialogue)\b"
)
_STOP = (
    "of|in|at|with|between|through|by|to|for|that|which|who|is|was|were|are|has|have|had|will|would|during|under|from|within|after|before|as|including|where|when|while|"
    "on|into|among|amid|beginning|starting|across|along|around|near|over|about|via|against|because|but|though|although|if|than|also|the two|both|they|it|its|their|this|these|those|said|he|she|we|took|remain|remains|based|related|aimed|should|must|can|could|may|due|following|include|includes|included|help|helps|helped|becomes?|became|plays?|played|grew|rose|fell|worth"
)
_ITEM = re.compile(
    rf"(?:the\s+|a\s+|an\s+)?(?P<item>(?!(?:{_STOP}|other|others|more|many|all|so|not)\b)[A-Za-z][\w/-]*(?:\s+(?:of\s+(?:an?\s+|the\s+)?(?![A-Z][a-z]))?(?!(?:{_STOP}|and|or|as|of|such)\b)[\w/-]+|\s+&\s+[\w/-]+){{0,5}})"
)
_BETWEEN = re.compile(r"(?:,\s*(?:and|or|as well as)?\s*|;\s*|\s+(?:and|or|as well as)\s+)(?:in\s+|on\s+)?(?:the\s+)?")
_LAST = re.compile(r"\b(?:and|or|as well as)\b")
_PAIR = re.compile(
    r"(?:(?:combat(?:t?ing)?\s+)?illegal,\s+unreported,?\s+and\s+unregulated\s+fishing|support\s+(?:to|for)\s+(?!the\b)[a-z-]+(?:\s(?!(?:and|or|in|on|to|for|with|by|as|at|of)\b)[a-z-]+)?|(?:(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|fight|exchange|use|transfer),\s+)*(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use),?\s+and\s+(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use|transfer)\s+of\s+(?:the\s+)?[a-z][a-z-]+(?:\s+(?:of\s+)?(?!(?:and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|are|was|were|has|had|will|grew|rose|fell)\b)(?:organi[sz]ed|[a-z][a-z-]+(?<!ed)(?!\w))){0,3}"
    r"|fight\s+against\s+(?:the\s+)?(?!(?:and|or)\b)[\w-]+(?:\s+(?!(?:and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|was)\b)[\w-]+){0,2}|promotion and protection of [a-z]+|regional (?:stability and security|security and stability)|regional and (?:global|international) (?:security|stability|peace)|(?:global|international) and regional (?:security|stability|peace)|access\s+to\s+(?!the\b|a\b)[a-z]+(?:\s(?:markets?|services|education|energy|water|goods|care|capital))?|respect for human rights|oil and gas|(?:maritime )?search and rescue|(?:air|road|rail|sea|land|maritime|inland|water)(?:,\s+(?:air|road|rail|sea|land|maritime))*,?\s+and\s+(?:air|road|rail|sea|land|maritime|railway|waterway)\s+(?:transport(?:ation)?|connectivity|links|routes|transit)|(?:(?:combat(?:t?ing)?|counter(?:ing)?|fight(?:ing)?|tackl(?:e|ing)|prevent(?:ing)?)\s+)?(?:[a-z]+,\s+)*[a-z]+\s+and\s+[a-z]+\s+(?:trafficking|smuggling)|import and export|supply and demand|plant and animal health|weights and measures|science and technology|research and development|law and order|food and agriculture|arts and culture|youth and sports?|trade and economic(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|information and technology|information and communications?(?! tech)|political and economic(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|"
    r"military and technical(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|scientific and technical(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|scientific and technological(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|cultural and humanitarian(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|legal and judicial(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|energy and climate(?! change)|peace and (?:security|prosperity|stability)|aerospace and defen[cs]e|small and medium[\w -]*|"
    r"information and communications? technolog\w+|customs and border|tax and customs|[a-z]+(?:al|ic|ary|ific) and [a-z]+(?:al|ic|ary) (?:co-?operation|collaboration|exchanges|ties|relations|development|engagement))(?: [a-z]+(?:tion|ment|ies|ges|ety|ade|ogy|gy|sm|ons|ors|cooperation))?"
)
_HEAD = re.compile(r"ties\b|links\b|integration|operation|collaboration|exchanges|initiatives|people-to")
_PRONOUNS = frozenset({"them", "him", "her", "us", "it"})
_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|they|he|she|we|(?:protect|choos|defend|restor|threaten|undermin|destroy|uphold|embrac|chos)(?:e|es|ed|ing|s)?|choose|chose)\s+\Z"
)


_MEASURED = re.compile(
    r"\s+(?:(?:turnover|volume|between [^.;]{3,50}?)\s+)?(?:deficit|surplus|situation|landscape|environment|forces|agencies|tactics|chiefs|heads|advis[eo]rs?|challenges|threats|concerns|guarantees|wars?|tensions|balance|disputes?|reached|stood|grew|rose|fell|amounted|totalled|totaled|exceeded|increased|doubled|tripled|agreements?|deals?|treat(?:y|ies)|pact|ministr(?:y|ies)|ministers?|minist|executives?|leaders|experts|firms|providers?|compan(?:y|ies)|workers|officials|attacks?|degrees?|convo(?:y|ys)|trucks|festival|teachers?)\b"
)
_VOCABULARIES: dict[int, Phrases] = {}


def _vocabulary(gazetteer: Gazetteer) -> Phrases:
    if id(gazetteer) not in _VOCABULARIES:
        _VOCABULARIES[id(gazetteer)] = Phrases(gazetteer.areas)
    return _VOCABULARIES[id(gazetteer)]


def areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The items of lists that follow a cue; compounds of "cooperation"; and the vocabulary's words in sentences about relations."""
    vocabulary = _vocabulary(gazetteer)
    # Small letters only where they take the same room: "İ" would move what follows.
    lower = document.text.lower() if len(document.text.lower()) == len(document.text) else document.text
    cued = _cued(document, lower)
    opening, leading = document.where_begun(FIRST_LETTERS), document.where_begun(LEADING)
    for sentence in document.sentences:
        if sentence.block in {Block.HEADING, Block.BYLINE}:
            continue
        text, start, end = document.text, sentence.span.start, sentence.span.end
        many = text.count(",", start, end) >= 3
        if not many and sentence.number not in cued:
            continue
        cue = _CUE.search(lower, start, end)
        compounds = list(compounded(text, start, end, gazetteer)) if _HEAD.search(lower, start, end) else []
        openings = list(matches(OPENS, lower, within(opening, sentence.span), end))
        leads = list(matches(LEADS, lower, within(leading, sentence.span), end))
        aims = list(purposes(text, lower, start, end, gazetteer))
        if not (many or cue or openings or leads or compounds or aims):
            continue
        known = list(vocabulary.find(lower, start, end))
        agenda = len(known) >= 4 and many and bool(cue or not _HARM.search(lower, start, end))
        for found, listed in (*zip(openings, repeat(_opened)), *zip(leads, repeat(_led))):
            yield from listed(document, sentence, found, known, gazetteer)
        if agenda:
            for first, _, _ in known:
                yield from _list(document, sentence, _begin(text, start, first), known, gazetteer, sure=False)
        for first, last in compounds:
            # "science, technology and cultural cooperation": what follows a comma is an item of its own.
            two = text.find(" and ", first, last) if text[max(0, first - 2) : first].strip() == "," else -1
            yield _area(document, two + 5 if two > 0 else first, last, gazetteer, 5)
        for first, last in aims:
            yield _area(document, first, last, gazetteer, 4)
        if not agenda and not cue:
            continue
        for first, last, _ in known:
            if (lower[first:last] not in WEAK or (agenda and not _WITH_WHOM.search(lower, start, first))) and _is_field(
                text, start, first, last, end
            ):
                yield _area(document, *_whole(text, first, last, start, end), gazetteer, 2)


_WITH_WHOM = re.compile(r"\bwith\s+(?:the\s+)?(?:[a-z-]+,?\s+(?:and\s+)?(?:the\s+)?){0,6}\Z")
"""Before those whom somebody meets: "meetings with civil society and the media"."""


def _led(
    document: Document, sentence: Sentence, found: re.Match[str], known: list[tuple[int, int, str]], gazetteer: Gazetteer
) -> list[Found]:
    """The items after words that lead to fields among much else: only where the vocabulary knows the first, or several."""
    if WANTED.match(found[0]) and not SHARED.search(sentence.span.of(document.text)):
        return []
    between = RANGE if RANGES.search(found[0]) else _BETWEEN
    items = list(_list(document, sentence, found.end(), known, gazetteer, between=between))
    while items and not (" " in items[-1].name or items[-1].name in FIELDS or _knows(known, items[-1].span)):
        # "security and the search for": a word alone ends no list.
        items.pop()
    of_vocabulary = [_knows(known, each.span) for each in items]
    several = len(items) > 1 or (len(items) == 1 and (" and " in items[0].name or INSTRUMENTS.match(found[0])))
    return items if several and (of_vocabulary[0] or items[0].name in FIELDS or sum(of_vocabulary) > 1) else []


def _cued(document: Document, lower: str) -> set[int]:
    """The numbers of the sentences with a sign of cooperation."""
    found = set()
    for each in SIGNS:
        at = lower.find(each)
        while at >= 0:
            sentence = document.sentence_of(at)
            found.add(sentence.number)
            at = lower.find(each, max(sentence.span.end, at + 1))
    return found


def _opened(
    document: Document, sentence: Sentence, found: re.Match[str], known: list[tuple[int, int, str]], gazetteer: Gazetteer
) -> list[Found]:
    """The items after an opening, if it is one: loose openings want several, or words of the vocabulary."""
    items = list(_list(document, sentence, found.end(), known, gazetteer, verbal=bool(_COOPERATE_IN.match(found[0]))))
    if (
        _LOOSE.match(found[0])
        and not found[0].startswith("assist")
        and not (len(items) > 1 and any(_knows(known, each.span) for each in items))
    ):
        if not (len(items) == 1 and _GIVEN.match(found[0]) and _knows(known, items[0].span)):
            return []
        return items
    words = sentence.span.of(document.text).lower()
    if len(items) == 1 and found[0].startswith("assist"):
        return items if " " in items[0].name and items[0].name.split()[-1] in ACTIVITIES else []
    if len(items) == 1 and _SUCH.search(found[0]) and (" " in items[0].name or _knows(known, items[0].span)):
        return items
    joint = re.search(JOINT, words) or re.search(r"bilateral|discuss|working group|signed|signing|inked", words)
    return items if len(items) > 1 or (joint and not _NEEDS_MORE.match(found[0])) else []


def _is_field(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a word of the vocabulary means a field where it stands: no verb, no part of a name, nothing that is measured."""
    words = text[first:last]
    named = words.istitle() and first > start and " " in words
    return not (
        len(words) < 3
        or named
        or _VERB.search(text, max(start, first - 8), first)
        or (words[0].isupper() and _PART_OF_NAME.search(text, max(start, first - 24), first))
        or words.casefold().startswith("diplomatic ")
        or _MEASURED.match(text, last, end)
    )


_HARM = re.compile(r"\b(?:war|attacks?|killed|hurt|damaged?|crisis|sanctions|against|decline\w*|fell|losses|strikes?|bomb\w*)\b")
_GIVEN = re.compile(r"(?:assistance|support|expertise)\s+to\s+[\w’'-]+\s+(?:in|with|on)\s")
_LOOSE = re.compile(
    r"(?:opportunities|step|strengthen|deepen|boost|expand|enhanc|intensify|develop|assist|support|help|expertise|capacity)"
)
"""Openings that lead to much else: the vocabulary must know the first items."""
_NEEDS_MORE = re.compile(
    r"discuss|issue|topics|matters|talks|negotiations|consultations|meeting|sides|ministers|leaders|presidents|identified|listed|named|mentioned|cited|highlighted|singled|designated"
)
_SUCH = re.compile(r"(?:areas|fields|sectors|spheres|domains)\s+(?:such\s+as|like)\s")
_PART_OF_NAME = re.compile(r"(?:[a-z,]\s+)(?:[A-Z][\w-]+\s+)+\Z")


def _knows(known: list[tuple[int, int, str]], span: Span) -> bool:
    """Whether the vocabulary has a word of a span."""
    at = bisect.bisect_left(known, span.start, key=lambda one: one[0])
    return at < len(known) and known[at][1] <= span.end


def _is_known(known: list[tuple[int, int, str]], start: int, end: int) -> bool:
    """Whether the vocabulary has just these words."""
    return any(each[:2] == (start, end) for each in known)


_HEADS_AFTER = re.compile(
    r"\s+(?:co-?operation|collaboration|support|assistance|aid|training|reforms?|programmes?|programs?|services|supplies|projects|capabilities|capacity|capacity[- ]building|management|assistance|planning|coordination|"
    r"exploration|production|development|protection|prevention|reduction|response|relief|sharing|exports|imports|supplies|infrastructure|security|policy|connectivity|links|technology|technologies|education|research|exchanges?|initiatives|enhancement|improvement|attraction|promotion|facilitation|manufacturing|processing)\b(?!\s+(?:minist|committee|council|agreement))"
)
_OF_FIELD = re.compile(
    r"\s+of\s+(?:the\s+)?(?!(?:the|two|three|both|their|its|our|each|other|all|region|country|countries|regions|world)\b)[a-z][\w-]+(?:\s+(?!(?:and|or|in|at|by|on|to|for|with|from|that|which|is|was|are|were|has|have|will|as|between|under|through|during|after|before|into|among)\b)[a-z][\w-]+){0,2}"
)
_LED_BY = re.compile(
    r"(?:(?<=\s)|\A)(?!(?:bilateral|mutual|practical|regional|international|additional|further|several|various|special|critical|vital|crucial|essential|total|national|global|substantial|potential|annual|official|initial|positive|comprehensive|effective|massive|extensive|intensive|significant|historic|democratic|public)\s)[a-z-]{4,}(?:al|ic|ive|ary|ous)\s+\Z"
)


_DONE_WITH = re.compile(
    r"(?<![\w-])(?:protection|prevention|preservation|conservation|exploration|extraction|processing|production|management|moderni[sz]ation|reform|sharing|transfer|regulation|financing|peaceful\s+uses?|safety|security|reconstruction|rehabilitation|liberali[sz]ation|facilitation|promotion|observance|reduction|elimination|recognition)\s+of\s+(?:the\s+)?\Z"
)
"""What is done with a field, as part of its name: "protection of biodiversity"."""


def _whole(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The phrase around a word of the vocabulary: "stabilization of liberated areas", "humanitarian support"."""
    led = (
        _DONE_WITH.search(text, max(start, first - 40), first)
        or _LED_BY.search(text, max(start, first - 24), first)
        or ATTRIBUTE.search(text, max(start, first - 16), first)
    )
    after = _HEADS_AFTER.match(text, last, end)
    last = after.end() if after else last
    of = _OF_FIELD.match(text, last, end)
    return (led.start() if led else first), (of.end() if of else last)


_MORE = re.compile(
    r"[a-z][a-z-]*(?:\s[a-z-]+){0,3}?(?:,\s(?:the\s)?[a-z][a-z-]*(?:\s[a-z-]+){0,3})*,?\sand\s(?:the\s)?[a-z-]+(?:\s[a-z-]+){0,4}[.;]"
)
"""The rest of a list in which "A and B" was one of the items."""
LONGEST_ITEM = 200
"""Code points."""


def _begin(text: str, start: int, position: int) -> int:
    """Where the item of a list that holds a position begins."""
    near = max(start, position - LONGEST_ITEM)
    found = list(_BETWEEN.finditer(text, near, position))
    return found[-1].end() if found else near


_GROWN = re.compile(
    r"(?:support(?:ing)?\s+(?:for\s+|to\s+)?|(?:improve|enhance|strengthen|promote|boost|increase|expand|deepen|ensure|advance|address)\s+|(?:improving|enhancing|strengthening|boosting|increasing|expanding|deepening|ensuring|advancing)\s+(?:(?:shared|common|mutual|joint|bilateral|our|their)\s+)*)(?=[a-z])|(?:(?:further|greater|continued|joint)\s+)?(?:expansion|increase|growth|strengthening|enhancement|deepening|intensification|widening|diversification)\s+(?:of|in)\s+(?:the\s+)?(?=[a-z])"
)
_COOPERATE_IN = re.compile(r"(?:co-?operat|collaborat)\w*\s+(?:in|on)\s+\Z")
_DOING = re.compile(
    rf"(?P<item>(?!during|according|regarding|concerning|including|building\b)[a-z]{{3,}}ing\s+(?:out\s+)?(?:the\s+|an?\s+|their\s+|its\s+)?(?!(?:{_STOP})\b)[\w’-]+(?:\s(?!(?:{_STOP}|and|or|as)\b)[\w’-]+){{0,4}}(?:\s(?:with|of|for|against)\s+(?:the\s+)?[\w-]+(?:\s(?!(?:{_STOP}|and|or|as)\b)[\w’-]+){{0,2}})?)(?=[,.;]|\s(?:and|or|as\s+well|in|at|between|with|under|through|by|to)\b)"
)
"""Something done together: "cooperation in supplying the plant with fuel"."""
LONG = 3
"""Words; "joint" is of the name of "joint border management"."""
_LEADING = re.compile(rf"(?:(?:{'|'.join(sorted(LEADING_WORDS))})\s+)+(?=[a-z])")
_SHARED = re.compile(r"(?:,\s+|\s+and\s+|,\s+and\s+)[a-z-]+(?:\s+[a-z-]+|,\s|\s+and\s)")
_PREPOSITIONS = frozenset(
    ("since", "in", "on", "at", "for", "with", "from", "to", "by", "of", "as", "under", "through", "during", "within")
)


def _list(
    document: Document,
    sentence: Sentence,
    at: int,
    known: list[tuple[int, int, str]],
    gazetteer: Gazetteer,
    *,
    sure: bool = True,
    between: re.Pattern[str] = _BETWEEN,
    verbal: bool = False,
) -> Iterator[Found]:
    """Items from a place on, as long as they look like fields; those not of the vocabulary only where a cue opened the list."""
    text, end, ended = document.text, sentence.span.end, False
    while at < end:
        led = _LEADING.match(text, at, end)
        at = led.end() if led else at
        pair = _PAIR.match(text, at, end)
        doing = None if pair or not verbal else _DOING.match(text, at, end)
        item = None if pair else doing or _ITEM.match(text, at, end)
        if pair is None and item is None:
            return
        first, last = pair.span() if pair else item.span("item")  # type: ignore[union-attr]
        words = text[first:last].split()
        if grown := _GROWN.match(text, first, last):
            # "the expansion of bilateral trade": trade.
            first = grown.end()
            words = text[first:last].split()
        while words and (
            words[0] in gazetteer.demonyms or words[0].casefold() in LEADING_WORDS or (words[0] == "joint" and len(words) < LONG)
        ):
            first += len(words[0]) + 1
            words = words[1:]
        after = last
        while len(words) > 1 and words[-1].casefold() in HEADLESS and words[0] != "rule":
            last -= len(words.pop()) + 1
        inside = _knows(known, Span(first, max(last, first + 1)))
        parallel = len(words) == 1 and words[0] in PARALLEL and sure and (after != last or _SHARED.match(text, last, end))
        plain = bool(doing) or (
            all(not word[0].isupper() or word.isupper() or word in gazetteer.demonyms for word in words[1:])
            and (words and (words[0][0].islower() or words[0].isupper() or words[0].endswith("-language")))
        )
        lone = len(words) == 1 and not inside and "-" not in words[0] and words[0] not in ACTIVITIES and ADJECTIVE.search(words[0])
        titled = len(words) > 1 and words[0][0].isupper() and words[-1].istitle() and not _is_known(known, first, last)
        good = (
            words
            and not titled
            and (not lone or parallel)
            and words[-1] not in _PRONOUNS
            and not words[0].endswith("ly")
            and not (
                words[0].endswith("ing")
                and not doing
                and len(words) > 1
                and words[1] in {"the", "a", "an", "its", "their"}
                and not inside
                and "of" not in words
            )
            and (not words[0].endswith("ed") or "-" in words[0] or words[0] in {"organised", "organized", "advanced", "applied"})
            and (pair or words[-1].casefold() not in GENERIC or "of" in words or (words[-1] == "sector" and len(words) > 1))
            and not (
                len(words) > 1
                and words[-1][0].isupper()
                and words[-1] in gazetteer.words["institution"]
                and words[-1] in gazetteer.words["body"]
            )
            and (
                words[0].casefold() not in GENERIC
                or (words[0] == "regional" and len(words) > 1 and sure and (inside or words[-1] in FIELDS))
            )
            and "range" not in words[:3]
            and not any(each in gazetteer.titles for each in words if each[0].isupper())
            and not words[-1].endswith(("ly", "ed"))
            and not (len(words) == 1 and words[0].casefold() in ALONE)
            and words[0].casefold() not in SOME
            and not (len(words) > 1 and words[1] == "of" and words[0].casefold() in ALONE)
            and (inside or parallel or words[-1] not in NO_FIELD or (len(words) > 1 and after == last))
            and (inside or doing or not words[0].endswith("ing") or words[0] in ACTIVITIES or len(words) == 1)
            and not text.startswith(" against", last)
            and not (words[0] == "support" and len(words) > 1 and words[1] not in {"for", "to", "services"})
            and (
                sure
                or (
                    words[0].casefold() not in _PREPOSITIONS
                    and (words[0][0].islower() or any(one == first for one, _, _ in known))
                    and not (words[0].endswith("ing") and words[0] not in ACTIVITIES and not any(one == first for one, _, _ in known))
                )
            )
        )
        if (not good or not plain or (not inside and (not sure or (len(words) > 6 and not pair)))) and not (good and inside):
            return
        yield _area(document, first, last, gazetteer, 5 if inside or doing else 4)
        further = between.match(text, after, end)
        if further is None or not sure:
            return
        if ended and not any(one <= further.end() < other for one, other, _ in known) and not _MORE.match(text, further.end(), end):
            # After "A, B and C" a comma leads on: "… and trade, officials said".
            return
        ended = ended or bool(_LAST.search(further[0]))
        at = further.end()


def _area(document: Document, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Found:
    words = " ".join(document.text[start:end].split())
    return Found(
        span=Span(start, end),
        type="area",
        name=name_of(words, gazetteer.areas),
        priority=priority,
    )
