"""Who stands beside a word: lists of persons, states and bodies, read from a sentence in which each name is a single sign."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.groups import INVITED, INVITED_BY_NAME, Actors, opens_clause
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.standing import end_of, is_people, stands_for_state
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, is_bloc, is_state, size_of

PERSON, STATE, BODY, FOLK, OFFICE, EVENT, PLACE, DATE, OTHER = (chr(0xE000 + number) for number in range(9))
"""Signs: a person, a state or a part of the world, an organization, the adjective of a state, an office, an event, a smaller place, a date; no field."""
_SIGN = re.compile(f"[{PERSON}-{OTHER}]")
"""Where a text itself has such a character, it is no sign."""
_SIGNS = {"person": PERSON, "organization": BODY, "role": OFFICE, "event": EVENT, "date": DATE}
MOST = 40
"""Names of one list."""
PEOPLE = r"ministers?|leaders?|heads|chiefs?|representatives?|delegations?|delegates?|officials?|forces|troops|soldiers|personnel|units?|ships?|warships?|vessels?|destroyers?|frigates?|corvettes?|cruisers?|submarines?|aircraft\s+carriers?|guided-missile|flotilla|battalions?|brigades?|squadrons?|fighters|paratroopers|peacekeeping|mediators?|commandos|guerrillas?|insurgents|militias?|factions?|aircraft|nav(?:y|ies)|arm(?:y|ies)|militar(?:y|ies)|sailors|marines|envoys?|presidents?|participants?|experts|teams?|contingents?|members|governments?|diplomats|aides?|advis[eo]rs?|assistants?|deputies|governors?|senators?|counterparts?|ambassadors?|negotiators?|premiers?|delegates|parliamentarians|lawmakers|commanders?|fighters|militants|rebels|supporters|followers|loyalists|separatists|partisans|terrorists|clans|tribes|tribesmen|airmen|jets|guests|side|secretar(?:y|ies)|defen[cs]e|foreign|finance|prime|interior|trade|energy|health|armed|naval|air|ground|special|security|coast|guards?|chief|state|royal|vice|deputy|police|parliaments?|companies|businessmen|scientists|students|athletes|observers|sides|parties|authorities|king|queen|chancellors?|dignitaries|speakers|visitors|peacekeepers|staff"
"""Words for those who act for a state or a body, and what kind they are of."""
_LEADING = (
    rf"[Hh]eads?\s+of\s+(?:[Ss]tate|[Gg]overnment)(?:(?:,?\s+and|\s+or|,)\s+(?:[Hh]eads\s+of\s+)?(?:[Ss]tates?|[Gg]overnments?|[Tt]erritories|[Dd]elegations?))*|or\s+their\s+representatives|the|The|both|Both|its|their|his|her|our|all|several|senior|high-level|top|various|other|also|then|former|new|late|visiting|outgoing|incoming|incumbent|interim|permanent|presidential|acting|recently|newly|appointed|elected|re-elected|many|some|more|than|over"
    rf"|about|nearly|around|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|of|from|for|including|{PEOPLE}"
    r"|Foreign|Defen[cs]e|Finance|Prime|Ministers?|Leaders?|Heads?|Presidents?|Representatives?|Troops|Forces|Delegations?|Officials?|Envoys?|Government|Governments|State|Ships|Kingdom|Republics?|People[’']s|Democratic|Islamic|Federal|Revolutionary|Imperial|Napoleonic|Nazi|Fascist|Communist|Tsarist|Affairs|affairs|(?:countries|sides|nations|governments)[’']"
)
_STYLES = (
    r"Their|Excellencies|Highnesses|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|Count|Countess|Duke|Duchess|Hon|Honou?rable|Right|Rt|Most|Drs|H\.?\s?[EH]|HRH|His|Her|Excellency|Majesty|Highness|Royal|Sayyid|Sheikh|Sheikha|Emir|Amir|Sultan|Ayatollah|Cardinal|Archbishop|Bishop|Reverend|Justice|Judge|Commodore|Marshal|Consul|Consul[ -]General|Prince|Princess|King|Queen|Crown|Gen|Lt|Col|Maj|Brig|Adm|Rear|Vice|Capt|Sgt|Amb|Sen|Rep"
    r"|Prof|General|Admiral|Colonel|Major|Captain|Lieutenant|Ambassador|Senator|Dato|Datuk|Datin|Seri|Setia|Paduka|Amar|Pehin|Haji|Hajah|Tengku|Tunku|Tun|Tan|Sri|Shri|Smt|U|Daw|M|FM|PM|EAM|Minister|Secretary|Speaker|Chairman|Director|Governor|Negotiator|Counsell?or|Commissioner|counterpart|head|leader|king|queen|president|premier|governor|speaker"
    r"|ambassador|envoy|secretary|minister|chancellor|chairman|chairwoman|director|general|commander|commissioner|spokesman|spokeswoman|representative|host|colleague|official|wife|spouse|husband|brother|delegation\s+(?:led|headed)\s+by"
)
_NAMES = f"[{STATE}{BODY}{PLACE}]"
_NO_LEAD = r"(?:with|by|in|on|at|to|for|from|of|and|or|but|as|that|which|who|whom|than|into|between|among|against|[a-z]+(?:ed|ing))\b"
_HOLDING = rf"(?:(?!{_NO_LEAD})[a-z][\w-]*\s+){{0,2}}(?!{_NO_LEAD}|(?:after|over|under|never|whether|rather|later|earlier|however|either|further|together)\b)[a-z-]*(?:[^s]or|er|ist|man|woman|ant|ent|tive|ary|ian|ess)\s+(?={PERSON})"
"""An office in common words: "trade representative Ana Ruiz"."""
_LED = (
    rf"(?:(?:{_LEADING}|an?|{_STYLES})\b(?:\.?,?\s+|\.(?={PERSON}))|(?:my|our|his|her|their|its)\s+(?:[a-z][\w-]*\s+){{1,2}}|{_HOLDING}|{OFFICE}(?:,|\s+and(?:\s+the)?(?=\s+{OFFICE}))?\s+|(?:of|for|to|from|at)\s+(?:the\s+)?{_NAMES}(?:,|(?:\s+and\s+{_NAMES},?))?\s+|(?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide)\s+to\s+the\s+(?={OFFICE}\s+and\s+{OFFICE})"
    rf"|{FOLK}\s+|{_NAMES}(?:[’']s?)?\s+|in\s+{PLACE}\s+|at\s+(?:the\s+)?{FOLK}\s+[Ee]mbassy\s+|\([^)]{{1,12}}\)\s+|(?:[A-Z][\w&-]+\s+(?:and\s+(?=[A-Z]))?){{1,5}}(?={OFFICE}\s)|{PERSON}[’']s?\s+(?={OFFICE}\s+(?:{OFFICE}\s+)?{PERSON}))"
)
_SENT_BY = re.compile(
    _MEN_OF := r"(?:the\s+|senior\s+)*(?:representatives|officials|members|heads|delegates|delegations|envoys)\s+(?:of|from)\s"
)
"""Who comes for a body, in a list of persons."""
_TOLD = rf"(?!{_MEN_OF}|(?!retired|appointed|(?:re-?)?elected|designated|armed|united|deposed|ousted)[a-z]+ed\s|(?:met|held|said|told|will|has|have|had|was|were|is|are|led|took|made|gave)\s)(?:[a-z][\w-]*\s+|{FOLK}\s+|{_NAMES}(?:[’']s?)?\s+){{0,5}}?(?:{OFFICE}|(?:{PEOPLE}|{_STYLES})\b)[^,;.:“”{PERSON}]{{0,80}}?"
"""An office told after a name."""
_NAMED = rf"(?:[{STATE}{BODY}{PLACE}{FOLK}{OFFICE}](?:[’']s?)?|[A-Z][\w’'-]*|\([^)]*\))"
_TITLES = rf"(?:the\s+)?(?:{OFFICE}|[A-Z][\w’'-]*)(?:\s+(?:(?:of|for|and|to|in|&)\s+)?(?:the\s+)?{_NAMED})*(?:,\s+(?:the\s+)?{_NAMED}(?:\s+(?:(?:of|for|and|to|in|&)\s+)?(?:the\s+)?{_NAMED})*){{0,3}}"
"""An office told after a name, with its house: no word in small letters but small ones."""
_A_PERSON = re.compile(
    rf"{_LED}{{0,12}}?(?P<name>{PERSON})(?![’']s?\s+{OFFICE}\s+(?:{OFFICE}\s+)?{PERSON})(?:\s+{OFFICE}(?=[,;]|\s+[a-z]|\.?\Z))?(?:\s+(?:of|from)\s+(?:[Tt]he\s+)?(?:{_NAMES}|e?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}))?(?:\s*\([^)]{{1,60}}\))?(?:\s+as\s+(?:an?|the|its)\s+[^,;.“”{PERSON}{EVENT}]{{3,60}}?(?=[,;]|\s+and\s))?(?:,\s+(?:{_TITLES}(?=[,;]|\s+(?!(?:of|for|to|in|the)\s)[a-z]|\.?\Z)(?!\s+and\s+{OFFICE}\s+{PERSON})|{_TOLD}(?=[,;]|\s+and\s(?!(?:{OFFICE}\s+)+{PERSON})|\.?\Z)))?(?:,\s+(?:who|whose)\s(?:[^,;“”{PERSON}{EVENT}]{{3,90}}(?=,\s)|[^,;“”{PERSON}]{{3,90}}(?=,\s+(?:and|as\s+well\s+as)\s)))?"
)
_A_STATE = re.compile(
    rf"(?:[Aa]n?\s+(?=(?:[a-z-]+\s+)*{FOLK}))?(?:[{BODY}{FOLK}]\s+(?=[Hh]eads\s|leaders\s|members\s|ministers\s|delegates\s|delegations\s|armies\s|forces\s|troops\s)(?=(?:[\w-]+\s+){{1,10}}from\s))?(?:(?:{_LEADING})\s+|{OFFICE}\s+(?:of|from)\s+(?:the\s+)?)*(?:(?:(?!{_NO_LEAD})[a-z-]+\s+)?(?:group|militia|party|movement|faction|organi[sz]ation|alliance|coalition|network|rebels|militants|insurgents|guerrillas)\s+(?={BODY}))?(?P<name>[{STATE}{BODY}{FOLK}])(?:\s*\([^)]{{1,12}}\)(?=\s+(?:foreign|defen[cs]e|finance|leaders|ministers|heads|members)\b))?(?!\s+(?:nation|country|countrie|region|continent|member|allie|citizen|national)s?\b)(?P<whose>(?:[’']s?)?(?:(?:\s+|-)(?:[A-Z][\w-]+\s+(?:and\s+)?){{0,3}}?(?:{OFFICE}|[Hh]eads\s+of\s+(?:[Ss]tate|[Gg]overnment)(?:\s+and\s+(?:[Hh]eads\s+of\s+)?(?:[Ss]tate|[Gg]overnment))?|(?:{PEOPLE}|fleets?|Riigikogu|Knesset|Majlis|Bundestag|Duma|Sejm|Riksdag|Storting|Saeima|Seimas|legislatures?|Parliament|Congress|Senate|Sailors|Marines|Soldiers|Airmen|Forces|Navy|Navies|Troops|Ministers|Leaders|Presidents)\b))*)(?!(?<=[’']s)\s+[A-Z])(?![-’'\w])(?:\s*\([^)]{{1,60}}\))?(?:,\s+(?:the|its|an?)\s+[a-z][^,;.“”{PERSON}{STATE}{EVENT}]{{3,70}}(?=,\s+(?:and|as\s+well\s+as)\s))?"
)
_CAPITALS = r"[A-Z][\w’'.-]+(?:\s+(?:(?:of|for)\s+)?(?:the\s+)?[A-Z][\w’'-]+){0,6}(?:\s+\([^)]{2,12}\))?"
_NOBODY = re.compile(
    rf"(?:(?:{_LEADING}|an?)\s+)*(?:{_LED}*{OFFICE}(?:\s+{_CAPITALS})?|{_CAPITALS}(?:\s+(?:administration|government|regime))?|(?:(?!sent\b|sends\b|deployed\b)[a-z][\w’-]*\s+){{0,4}}(?:{PEOPLE}|countries|nations|powers|partners)\b(?:\s+(?:of|from)\s+(?:the\s+)?[a-z][\w -]{{2,40}}?(?=,|\s+and\s|\Z))?|others|{FOLK}\s+{PLACE}|[{PLACE}{FOLK}](?:[’']s?)?\s+(?:[a-z-]+\s+){{0,2}}(?:{PEOPLE})\b|[{STATE}{BODY}{FOLK}]\s+(?:member\s+)?(?:states|countries|nations|members|powers|partners))(?:\s+(?:of|for|from|to)\s+(?:the\s+)?{_NAMES})?(?:\s*\([^)]{{1,12}}\))?(?:\s+(?:member\s+)?(?:states|countries|nations))?(?!\w)"
)
"""Those who act without their names: "other senior officials"."""
_INTRODUCED = re.compile(rf"(?:[a-z]|the\s+{BODY})[^.;:{PERSON}{EVENT}“”]{{2,90}}(?::|\s[—–])\s+")
_SUCH_AS = re.compile(
    rf"(?:an?\s+|the\s+)?(?:several|many|some|other|various|international|key|numerous|number\s+of|dozens\s+of|range\s+of|host\s+of|wide\s+range\s+of|group\s+of)\s[^.;:{PERSON}{EVENT}“”]{{2,140}}?,?\s+(?:such\s+as|including|namely|among\s+them)\s+"
    rf"|(?:[Hh]is|[Hh]er|[Tt]heir)\s+{FOLK}(?:,\s+{FOLK})*,?\s+and\s+{FOLK}\s+(?:{OFFICE}\s+)?(?:counterparts|colleagues|peers|hosts),?\s+(?=(?:{OFFICE}\s+)?{PERSON})"
)
"""What leads to a list of some of many: "several heads of state, such as", "her Norwegian and Chilean counterparts,"."""
_JOINT = re.compile(
    r"(?:,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with|alongside|plus)\s+(?:also\s+|both\s+|then\s+)?|[,;]\s+(?:and\s+)?)(?:with\s+|by\s+)?"
)
_ROW = re.compile(rf"(?:the\s+)?{STATE},\s+(?:(?:the\s+)?{STATE},\s+)*(?:the\s+)?{STATE},?\s+and\s+(?:the\s+)?[{STATE}{PLACE}]")
_AND = re.compile(r"\band\b|\bas\s+well\b|\balong|\btogether\b|;|\bplus\b")
_GOVERNED = re.compile(
    r"(?<![\w-])(?:[Ii]n|to|at|with|by|against|on|near|over|into|after|before|during|between|among|of|from|for|than|via|through|under|about|around|outside|amid|towards?|and|like|despite|following|(?:are|were|is|was|includ(?:es?|ed|ing)))\s+(?:(?:the|his|her|its|their)\s+)?\Z"
)
_OF_PEOPLE = re.compile(
    rf"(?:\b(?:(?!Marines|Soldiers|Sailors|Airmen|Paratroopers)(?i:{PEOPLE})|[Rr]epublics?|[Kk]ingdoms?|[Pp]eople|[Ss]tates?|economies|nations|countries|[Ll]eaders|[Mm]inisters|[Pp]residents|[Hh]eads|[Tt]roops|[Ff]orces|[Dd]elegations|[Rr]epresentatives|[Oo]fficials|[Ss]hips)|{OFFICE})\s+(?:of|from)\s+(?:both\s+)?(?:the\s+)?\Z|\b(?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide)s?\s+to\s+the\s+\Z"
)
_WENT = rf"(?:came|went|gathered|met|arrived|travel+ed|flew)\s+(?:in|to|at)\s+(?:the\s+)?(?:{FOLK}\s+)?(?:capital,?\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?"
UNTIL_VERB = re.compile(
    rf"(?:\s*\([^)]{{1,60}}\))?(?:,?\s+among\s+others,?)?(?:,\s+(?:who|which|whose)\s[^,“”;]{{3,160}},(?!\s+(?:and|or)\s))?(?:,\s+(?:{_TOLD}|{_TITLES}|both\s+of\s+(?:which|whom)|all\s+of\s+(?:which|whom)|who|which|whose\s+[a-z]+),?|,\s+(?:an?|the|former|now|himself|herself)\s[^,;“”{EVENT}]{{3,90}},|,\s+(?:prior\s+to|before|after|during|following|along\s+with|accompanied\s+by|together\s+with|as\s+(?:an?|one|part)|in\s+his|in\s+her|on\s+his|on\s+her|ahead\s+of|speaking|with\s+(?:the\s+)?(?:support|help|backing|assistance)\s+(?:of|from)|backed\s+by|supported\s+by|aided\s+by|assisted\s+by)\s[^,;“”{PERSON}]{{3,90}},|,\s+(?:accompanied|joined|flanked)\s+by\s[^;“”{EVENT}]{{3,200}}?,(?=\s)|\s+[–—-]\s[^–—“”]{{3,90}}\s[–—-]|\s+[–—-](?=\s))?"
    rf",?(?:,?\s+(?:(?:on|in|at|since)\s+(?:the\s+)?)?(?:{DATE}|[A-Z][a-z]+day|last\s+\w+|this\s+\w+|early\s+\w+|the\s+same\s+day|the\s+weekend),?|\s+(?:also|then|later|recently|jointly|both|each|all|again|together|separately|heavily|deeply|directly|closely|fully|strongly|briefly|simultaneously|quickly|immediately|eventually|ultimately|voluntarily|reluctantly|independently|today|yesterday|now|earlier|still"
    r"|subsequently|previously|formally|officially|unanimously|overwhelmingly|initially|finally|successfully|personally|currently|actively|regularly|routinely|annually|often|first|once|reportedly|secretly|soon"
    r"|(?:said|believed|reported|understood|known|thought|likely)(?=\s+to\s)|have|has|had|having|is|are|was|were|be|been|being|will|would|may|might|could|should|can|shall|did|does|do|not|never|to|set|due|expected|scheduled|slated|planned|plans?|planning|agreed|decided|voted|intends?|hopes?|wants?|going|about"
    r"|able|became|got|invited|continue[ds]?|began|begun|started|announced|helped|used|who|which|that|responded\s+by|came|went|gathered|met|arrived|travel+ed|flew|in\s+\w+"
    rf"|{_WENT}))*(?:,?\s+|—)"
)
"""Between a list and the verb of which it is the subject."""

_LOOSE = frozenset({FOLK, OFFICE})
_WITH_MORE = frozenset({"role", "event"})
"""Types of mentions whose words may hold more than what they are."""
_HELD_ON = (f" {EVENT}", " talks", " negotiations", " conference", " summit", " meeting")


class Signs:
    """A sentence with one sign for each mention.

    Attributes:
        words: the sentence.
        at: the mentions by where their signs stand.
        events: where those of events stand.
        spoken: the sentence's words in small letters, to ask before a costly search.
    """

    def __init__(self, reading: Reading, sentence: Sentence, further: Iterable[Linked] = ()) -> None:
        self.at: dict[int, Linked] = {}
        self._mentions = _within(reading, sentence, further)
        self.spoken = sentence.words
        self._start, self._ends = sentence.span.start, dict[int, int]()
        text, done = _SIGN.sub("\N{REPLACEMENT CHARACTER}", sentence.span.of(reading.text)), 0
        parts: list[str] = []
        length, person = 0, ""
        for each in self._mentions:
            begin = each.span.start - self._start
            if begin < done or (each.found.type == "event" and each.found.known and text.endswith("to ", 0, begin)):
                # What the knowledge base notes as words for an event may be the verb that tells of it: "to recognise".
                continue
            gap = text[done:begin]
            length += len(gap)
            self.at[length] = each
            # "Ana Ruiz, the Foreign Minister, and": told of her, nobody further.
            apposed = each.found.kind == "office" and each.entity == person
            parts += [gap, OFFICE if apposed else _SIGNS[each.found.type] if each.found.type in _SIGNS else _sign(reading, each)]
            person = each.entity if each.found.type == "person" else person
            self._ends[length] = end_of(reading, each) if each.found.type in _WITH_MORE else each.span.end
            done = self._ends[length] - self._start
            length += 1
        self.words = "".join([*parts, text[done:]])
        # "The Salt conflict talks" are no conflict.
        led = (at for at, each in self.at.items() if each.found.kind == "conflict" and self.words.startswith(_HELD_ON, at + 1))
        self.events = sorted({at for at, each in self.at.items() if each.found.type == "event"}.difference(led))

    def place(self, position: int) -> int:
        """Where in the text a position of the sentence of signs is."""
        before = next((each for each in reversed(self.at) if each < position), None)
        if before is None:
            return self._start + position
        return self._ends[before] + position - before - 1

    def spot(self, place: int) -> int:
        """Where in the sentence of signs a position of the text is, outside of mentions."""
        within = sum(self._ends[at] - each.span.start - 1 for at, each in self.at.items() if each.span.start < place)
        return place - self._start - within

    def all_in(self, found: re.Match[str], group: str) -> list[Linked]:
        """The mentions in a group of some words."""
        return [each for at, each in self.at.items() if found.start(group) <= at < found.end(group)]

    def within(self, outer: Linked, kind: str) -> list[Linked]:
        """The mentions of a type within the words of another, which have no signs."""
        return [each for each in self._mentions if each.found.type == kind and outer.span.contains(each.span)]

    def list_at(self, position: int) -> Actors | None:
        """The list that begins at a position."""
        found: list[Linked] = []
        # Past "all the leaders who were present", and the like, with a colon.
        position = led.end() if (led := _INTRODUCED.match(self.words, position) or _SUCH_AS.match(self.words, position)) else position
        begin, end, loose, many, closed, inner = position, position, 0, 0, False, False
        for _ in range(MOST):
            position = led.end() if found and (led := _INTRODUCED.match(self.words, position)) else position
            item = _A_PERSON.match(self.words, position) or _A_STATE.match(self.words, position)
            loose_end = item and self.words[item.end() - 1] in _LOOSE and not _JOINT.match(self.words, item.end())
            nobody = _NOBODY.match(self.words, position) if item is None or loose_end else None
            if item and OFFICE in item[0] and self.words[item.start("name")] == BODY:
                # "The Bank's Chairwoman" is not the Bank.
                item, nobody = None, _NOBODY.match(self.words, position)
            if nobody and item and nobody.end() > item.end():
                # "The Chilean finance chief Xu Li": somebody whose name is not known.
                item = None
            if item is None and nobody is None:
                break
            if item:
                one = self.at[item.start("name")]
                if begin < position and "and" not in self.words[end:position] and _SAID_SO.match(self.words, item.start("name") + 1):
                    # "Envoys will meet the leaders of ten states, Ana Ruiz said."
                    break
                person = one.found.type == "person"
                apart = found and person != (found[-1].found.type == "person") and not _AND.search(self.words, end, position)
                if apart and not _SENT_BY.match(self.words, position):
                    # "In Norway, President Ana Ruiz and": no list.
                    break
                sent = _SENT.match(self.words, item.start(), item.start("name")) if person else None
                if sent and is_state(self.at[sent.start("of")]):
                    # "A Norwegian delegation headed by Ana Ruiz": Norway too.
                    found.append(self.at[sent.start("of")])
                if one.found.type == "demonym" and not is_state(one):
                    break
                found.append(one)
                folk = self.words[item.start("name")] == FOLK
                # "Chilean" alone is nobody: those of whom are told at the end of the list.
                loose = loose + 1 if folk and not item["whose"] else 0
            elif nobody:
                found += self._of_offices(nobody.start(), nobody.end())
            # "Heads of state of the Union" are several.
            several = item and self.words[item.start("name")] == BODY and _MANY_OF.search(item[0])
            end, many = (item or nobody).end(), many + (2 if several else 1)  # type: ignore[union-attr]
            opens = item and (_MANY_OF.search(item[0]) or self._several(item.start(), item.start("name")))
            # "Minister A, aides B and C, and D": the first "and" closes but the list of aides.
            closed, inner = closed and not opens, inner or (bool(opens) and many > 1)
            joint = _JOINT.match(self.words, end) or (self._past_told(end) if found and found[-1].found.type == "person" else None)
            closed = closed and not (joint and _ROW.match(self.words, joint.end()))
            if joint is None or (closed and not _AND.search(joint[0])):
                # "A and B, C said": C is none of them; all are of "between A and B, C, D and E".
                break
            closed = (closed and ";" not in joint[0]) or (" and " in joint[0] and not inner)
            inner = inner and " and " not in joint[0]
            position = joint.end()
        found = found[: len(found) - loose]
        return Actors(tuple(dict.fromkeys(found)), begin, end, many) if found else None

    def _between_dashes(self, position: int) -> Actors | None:
        """Who those are of whom was told: "The Lake leaders – Ana Ruiz, Ola Lund and Luis Vega – met"."""
        dash = _DASH.match(self.words, position)
        found = self.list_at(dash.end()) if dash else None
        return found if found and len(found.who) > 1 and _DASH.match(self.words, found.end) else None

    def _past_told(self, end: int) -> re.Match[str] | None:
        """What stands between a person and the next of a list, where it tells of the first and no verb is in it."""
        told = _TOLD_APART.match(self.words, end)
        return told if told and not _VERBAL.search(told[0]) else None

    def _several(self, start: int, end: int) -> bool:
        """Whether an office of several stands in a part of the sentence: "Ministers Ana Ruiz, Luis Vega"."""
        return any(start <= at < end for at in self._of_many)

    @cached_property
    def _of_many(self) -> dict[int, Linked]:
        return {at: each for at, each in self.at.items() if each.found.type == "role" and _MANY.search(each.found.name)}

    def _of_offices(self, start: int, end: int) -> list[Linked]:
        """The states whose ministers some words speak of: "the Foreign Ministers of Norway and Chile"."""
        many = [each for at, each in self._of_many.items() if start <= at < end]
        states = [
            each
            for each in self._mentions
            if many and (each.found.type == "organization" or (each.found.type != "demonym" and is_state(each)))
        ]
        # The directors of a body are not all that it is of.
        return [
            one
            for each in many
            for one in states
            if each.span.contains(one.span) and (is_state(one) or is_bloc(one) or _OF_STATES.search(each.found.name))
        ]

    def list_to(self, position: int) -> Actors | None:
        """The list that ends at a position."""
        lists = (self.list_at(each) for each in [each for each in self.at if each < position][-2 * MOST :])
        return next((each for each in lists if each and each.end == position), None)

    def after(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that begins where some words, or one of their groups, end."""
        return self.list_at(found.end(group)) if found else None

    def up_to(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that ends where some words, or one of their groups, begin."""
        return self.list_to(found.start(group)) if found else None

    def owning(self, found: re.Match[str] | None) -> Actors | None:
        """The list right before words that begin with a genitive, the group "own", if there is one."""
        return (self.up_to(found) or self.list_to(found.end("own"))) if found else None

    def doing(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that is the subject of the verb with which some words, or one of their groups, begin."""
        return self.list_before(found.start(group)) if found else None

    def list_before(self, verb: int) -> Actors | None:
        """The list that is the subject of a verb."""
        places = [each for each in self.at if each < verb and self.words[each] in SUBJECTS][-MOST:]
        passed: Actors | None = None
        invited = INVITED.match(self.words)
        if invited and PERSON not in invited[0]:
            invited = INVITED_BY_NAME.match(self.words)
        for each in places:
            if invited and each < invited.end():
                # "At the invitation of Ana Ruiz, Luis Vega and Ola Lund attended": not she.
                continue
            listed = passed is not None and passed.start < each < passed.end
            apart = not listed and _OWN_CLAUSE.search(self.words, each - 24, each)
            if not apart and _GOVERNED.search(self.words, each - 24, each) and not _OF_PEOPLE.search(self.words, each - 40, each):
                passed = self.list_at(each)
                if passed and opens_clause(self.words, each, passed.end, verb):
                    return passed
                if (
                    passed
                    and passed.end <= verb
                    and _BESIDES.search(self.words, each - 40, each)
                    and UNTIL_VERB.fullmatch(self.words, passed.end, verb)
                ):
                    return passed
                relative = _RELATIVE.match(self.words, passed.end, verb) if passed and passed.end <= verb else None
                if passed is None or relative is None or (relative["who"] and passed.who[0].found.type != "person"):
                    # "An analyst with the Bank who attended": not the Bank.
                    continue
            if (
                passed
                and passed.start < each < passed.end
                and (_AND.search(self.words, passed.start, passed.end) or "," not in self.words[passed.start : each])
            ):
                # "In Norway and Chile, Peru": only who follows the comma after the list.
                continue
            found = self.list_at(each)
            if found and found.end <= verb and UNTIL_VERB.fullmatch(self.words, found.end, verb):
                goal = _GOAL.search(self.words, found.end, verb)
                if (goal and not _MEANT.search(self.words, found.end, goal.start() + 1)) or _STATED.search(self.words, each - 24, each):
                    # "visiting Norway to attend", "said Chile": no subject.
                    return None
                if _WHO.match(self.words, found.end) and found.who[0].found.type != found.who[-1].found.type == "person":
                    # "The Harbour Group and its founder Ana Ruiz, who fought in": she.
                    return Actors(found.who[-1:], each, found.end)
                if len(found.who) == found.many == 2 and not _AND.search(self.words, each, found.end):
                    # "In Oslo, Norway, Chile held": the last.
                    return Actors(found.who[1:], each, found.end)
                return self._between_dashes(found.end) or found
        joined = _AND_THEN.search(self.words, verb - 24, verb)
        return self.first() if joined and not _OTHERWISE.search(self.words, 0, verb) else None

    def first(self) -> Actors | None:
        """The list that opens the sentence, whose second verb "and" joins: "Norway and Chile share a border, and fought"."""
        first = next((each for each in self.at if self.words[each] in SUBJECTS), None)
        return self.list_at(first) if first is not None and _OPENING.fullmatch(self.words, 0, first) else None


_OWN_CLAUSE = re.compile(rf"[a-z{DATE}],\s+and\s+(?:the\s+)?\Z")
"""Before who does something of its own: "Chile rejected the plan, and Norway launched"."""
_SENT = re.compile(
    rf"(?:[Aa]n?\s+|[Tt]he\s+)?(?:[a-z-]+\s+)?(?P<of>[{FOLK}{STATE}])(?:[’']s)?\s+(?:[a-z-]+\s+)?delegation\s+(?:led|headed)\s+by\s"
)
_TOLD_APART = re.compile(rf",\s[^.;:“”{PERSON}{EVENT}]{{3,120}}?,?\s+and\s+(?={_LED}{{0,12}}?{PERSON})")
_VERBAL = re.compile(
    r"\b(?:is|was|were|are|be|been|has|have|had|will|would|said|says|told|met|held|made|took|gave|spoke|went|came|who|which|that|when|while|where|with|by|at|during|after|before|to\s+[a-z]+|(?!retired\b|united\b|appointed\b|elected\b|armed\b|designated\b)[a-z]+(?:ed|ing))\b"
)
_SAID_SO = re.compile(
    rf"(?:\s+in\s+{PLACE})?\s+(?:said|says|added|told|noted|stressed|announced|confirmed|explained|reported|wrote|emphasi[sz]ed)\b(?:\s+(?:on|in|at|to|last|during|yesterday|today)?\s?[^,;.“”]{{0,40}})?[.”\"’]*\s*\Z"
)
"""What the words that close a sentence say of who spoke it."""
_MANY_OF = re.compile(
    r"\b(?:leaders|ministers|presidents|heads|chiefs|representatives|delegates|delegations|officials|envoys|ambassadors)\s+(?:of|from)\s|\b(?:Ministers|Presidents|Senators|Ambassadors|Generals|Professors|Messrs)\s"
    rf"|\b[a-z]+[^su\W]s\s+(?={PERSON})"
)
"""What opens a list within a list: "Ana Ruiz and the leaders of Norway, Chile and Peru"."""
_MANY = re.compile(
    r"(?i)\b(?:ministers|presidents|leaders|heads|chiefs|secretaries|premiers|ambassadors|envoys|representatives|commanders|directors|advis[eo]rs|governors|speakers)\b"
)
_OF_STATES = re.compile(r"(?i)\b(?:ministers|leaders|heads)\b")
_BESIDES = re.compile(
    r"\b(?:[Ii]n\s+addition\s+to|[Bb]esides|[Aa]part\s+from|[Aa]longside|[Tt]ogether\s+with|[Aa]long\s+with|[Ii]ncluding)\s+(?:the\s+)?\Z"
)
_WHO = re.compile(r",?\s+who\s")
_RELATIVE = re.compile(r",?\s+(?:(?:both|all|each|some)\s+of\s+(?:which|whom)|which|(?P<who>who))\s")
_DASH = re.compile(r"\s?[–—]\s?")
_GOAL = re.compile(r"\sto\s+(?:[a-z]+\s+)?\Z")
_AND_THEN = re.compile(
    r"(?:,\s+|\s+)and\s+(?:(?:also|then|later|has|have|had|will|would|is|are|was|were|once|twice|recently|heavily|deeply|directly)\s+){0,2}\Z"
)
_OTHERWISE = re.compile(
    r"\b(?:that|when|while|after|before|because|who|whose|where|if|since|said|says|until|though|although|(?<!known )(?<!such )(?<!well )[Aa]s(?! well))\b"
)
_OPENING = re.compile(r"[\s“\"‘'—–-]*(?:[A-Z][a-z]+,\s+)?(?:[Tt]he\s+|[Bb]oth\s+)?(?:[a-z-]+\s+){0,2}")
_MEANT = re.compile(
    rf"\b(?:{_WENT}|said|believed|reported|understood|known|thought|likely|is|are|was|were|be|been|set|due|expected|scheduled|slated|planned|plans?|planning|agreed|decided|voted|intends?|hopes?|wants?|going|about|able|continue[ds]?|began|begun|started|used|came|went|gathered|met|arrived|travel+ed|flew|announced|invited)\s\Z"
)
_STATED = re.compile(
    r"\b(?:visit\w*|tour\w*|deploy\w*|urg\w+|ask\w*|invit\w+|host\w*|help\w*|support\w*|criticis\w+|blam\w+|accus\w+|thank\w*|commend\w*|prais\w+)\s+(?:the\s+)?\Z"
)


def signs_of(reading: Reading, sentence: Sentence) -> Signs:
    """A sentence as signs, made once: several kinds of facts are read from it."""
    if sentence.number not in reading.signs:
        reading.signs[sentence.number] = Signs(reading, sentence)
    return reading.signs[sentence.number]


SUBJECTS = frozenset({PERSON, STATE, BODY, FOLK, OFFICE})
"""The signs of those with whom lists begin."""


def _within(reading: Reading, sentence: Sentence, further: Iterable[Linked]) -> list[Linked]:
    """The mentions of a sentence and the offices that stand for persons, and further ones, the longer first where several begin."""
    first, last = bisect_left(reading.subject_starts, sentence.span.start), bisect_left(reading.subject_starts, sentence.span.end)
    found = [each for each in reading.subjects[first:last] if each.span.end <= sentence.span.end and each.found.type != "area"]
    return sorted([*found, *further], key=lambda one: (one.span.start, -one.span.end, one.found.type == "role"))


def _sign(reading: Reading, each: Linked) -> str:
    if each.found.type == "place":
        return STATE if is_state(each) or size_of(each) > COUNTRY or stands_for_state(reading.text, each) else PLACE
    if each.found.type == "demonym":
        return STATE if is_state(each) and is_people(reading.text, each.span) else FOLK
    return OTHER
