"""Names of bodies that English rules cut short: of other languages, with hyphens, and those that only their short name shows to be one."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import LEAD
from sourcebook.extract.bodies.names import body_at
from sourcebook.extract.document import Document, beginning_with, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_HEADS = (
    "Grupo|Groupe|Unité|Unidad|Unión|União|Mouvement|Movimiento|Movimento|Rassemblement|Frente|Partido|Parti|Partij"
    "|Partei|Alianza|Aliança|Coalición|Forces|Fuerzas|Forças|Ejército|Armée|Exército"
    "|Conseil|Consejo|Conselho|Comité|Comisión|Comissão|Congrès|Congreso|Instituto|Institut|Ministère|Ministerio"
    "|Ministério|Banque|Banco|Société|Sociedad|Compagnie|Compañía|Agence|Agencia"
    "|Agência|Université|Universidad|Universidade|Università|École|Escuela|Escola|Asociación|Association|Fédération"
    "|Federación|Confédération|Confederación|Ligue|Liga|Organisation|Organización"
    "|Fundación|Fondation|Fundação|Fondazione|Haute|Cour|Corte|Tribunal|Assemblée|Asamblea|Assembleia|Cámara|Chambre"
    "|Câmara|Centro|Centre|Office|Observatoire|Secretaría|Secretaria|Dirección|Autorité|Front|Empresa|Coalition"
    "|Alliance|Union|Fiscalía|Policía|Polícia|Guardia|Guarda|Procuraduría|Procuradoria|Jurisdicción|Direction|Junta|Sindicato|Sindicat|Central"
    "|Servicio|Serviço|Registro|Defensoría|Contraloría|Superintendencia|Banca|Ministero|Istituto|Agenzia|Consiglio|Movimiento|Commission|Comunidad"
)
_SMALL = r"(?:pour|de|du|des|la|le|les|et|en|para|por|y|del|e|da|do|dos|das|el|los|las|di|della|dei|al|aux|au|sur|contre)"
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’-]*(?<![’']s)"
_ELIDED = r"(?:[ldL][’'])?"
_NAME = re.compile(
    rf"(?<![\w-])(?:{_HEADS})(?:\s+{_WORD}){{0,2}}"
    rf"(?:\s+{_SMALL}(?:\s+{_SMALL})?\s+{_ELIDED}{_WORD}(?:\s+{_WORD}){{0,2}}|\s+[ld][’']{_WORD}){{1,5}}"
)
_FIRST = frozenset(_HEADS.split("|"))
_BARE_HEADS = (
    "Badan|Komisi|Komite|Mahkamah|Kementerian|Kejaksaan|Lembaga|Otoritas|Majelis|Partai|Parti|Universitas|Universiti|Yayasan|Suruhanjaya"
    "|Jabatan|Perusahaan|Syarikat|Pertubuhan|Persatuan|Perbadanan|Tentara|Angkatan|Polícia|Policía|Fiscalía|Guardia|Comando|Ejército|Exército"
    "|Cámara|Câmara|Senado|Ministerio|Ministério|Universidad|Universidade|Tribunal|Supremo|Suprema|Corte|Banco|Banca|Banque|Partido|Partito"
    "|Movimiento|Movimento|Frente|Fuerza|Unión|União|Assemblée|Deutsche|Deutscher|Deutsches|Merkez|Narodowy|Bangko|Kagawaran"
)
_BARE = re.compile(
    rf"(?<![\w-])(?<![A-Z]\w\s)(?:{_BARE_HEADS})(?:\s(?!(?:Minister|President|Chairman|Director|[A-Z][a-z]+day|{MONTH})\b){_WORD}){{1,4}}(?:\s(?:ng|ya|dan)\s{_WORD}(?:\s{_WORD}){{0,2}})?"
)
"""Those that need no small words: "Komisi Pemilihan Umum"."""
_BARE_FIRST = frozenset(_BARE_HEADS.split("|"))
_ENDS_SO = re.compile(
    rf"(?<![\w-]){_WORD}(?:\s{_WORD}){{0,4}}\s(?:Partisi|Bakanlığı|Üniversitesi|Bankası|Derneği|Vakfı|Kurumu|Kurulu|Meclisi|Stiftung|Partei|(?<=Akali\s)Dal|(?<=Janata\s)Dal|(?<=Lok\s)Dal|Sabha|Morcha|Sangh|Parishad)(?![\w-])"
)
"""Those that end in what they are: "Vatan Partisi", "Lund Stiftung"."""
_ENDING = words_of(
    "partisi bakanlığı üniversitesi bankası derneği vakfı kurumu kurulu meclisi stiftung partei dal sabha morcha sangh parishad"
)
_ONE_WORD = re.compile(
    r"(?<![\w-])(?:Bundes|Landes|Reichs)(?:amt|anstalt|agentur|ministerium|gericht|bank|rat|tag|polizei|nachrichtendienst|kriminalamt|wehr|verband|verfassungsgericht|verwaltungsgericht|gerichtshof|kartellamt|netzagentur|rechnungshof)"
    rf"(?:\s(?:für|des|der)\s{_WORD}(?:\s(?:und|in)\s{_WORD})?)?(?![\w-])"
)
"""As in "Bundesamt für Statistik"."""
_GERMAN = beginning_with({"bund", "land", "reic"})
_MILITANT = (
    "Lashkar|Jaish|Sipah|Sipa|Tehrik|Tehreek|Tahrik|Jamaat|Jama’at|Jamiat|Harkat|Harakat|Hizb|Hezb|Ansar|Majlis"
    "|Anjuman|Tanzim|Tanzeem|Jund|Muttahida|Ittehad|Markaz|Dukhtaran|Pasdaran"
)
_HYPHENS = re.compile(
    rf"(?<![\w-])(?:{_MILITANT})[- ](?:[eEiI]|ul|al|ud|us|ur|un|uz|as|ut)[- ][A-Z][\w’-]+"
    rf"(?:\s(?:Pakistan|Afghanistan|Bangladesh|Kashmir|Gulbuddin|Khalis)(?![’'\w]))?"
)
_HYPHENATED = frozenset(_MILITANT.split("|"))
_OWN_NAME = r"(?:Unity|Union|Rally|Convention|Return|Resistance|Awakening|Justice|Movement|Front|Patriots|Youth|Voice|Initiative)"
_SPELT = re.compile(
    rf"(?<![\w-])"
    rf"(?P<name>(?:(?!The\s|A\s|This\s)[A-Z][\w’-]+\s+){{0,2}}{_OWN_NAME}\s+(?:of|for|and)\s+(?:the\s+)?[A-Z][\w’-]+"
    rf"(?:(?:,|\s+(?:of|for|and|in)(?:\s+the)?)?\s+[A-Z][\w’-]+){{0,6}})\s+\((?P<short>[A-Z][A-Z-]{{1,7}})\)"
)
_SPELT_BY = heads("unity|union|rally|convention|return|resistance|awakening|justice|movement|front|patriots|youth|voice|initiative")
_FIGHTS = re.compile(
    r"[’']s?\s+(?:leaders?|fighters?|rebels?|forces|armed|name|members)\b"
    r"|\s+"
    r"(?:leaders?|fighters?|rebels?|forces|commanders?|spokes\w+|rebel|militia\w*|group|candidate|chairman"
    r"|president|lawmakers?|MPs?|(?:is|was)\s+(?:based|led|headed|founded)|fought|battled|controls|operates)\b"
)
_REBELS = frozenset(
    {"rebel", "rebels", "militia", "militias", "faction", "factions", "insurgent", "guerrilla", "armed", "opposition", "party"}
)
_OWN_TONGUE = re.compile(
    r"\b(?P<kind>[a-z]+)(?:\sof\s[A-Z][\w-]+)?"
    r"(?P<joint>\s\((?:the\s)?|, the\s|\s(?=[“\"«])|(?<=gency)\s(?=[“\"«]))[“\"«]?"
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s(?:(?:of|de|del|di|al)\s)?[^\W\d_a-z][\w’'-]*){0,4})[”\"»]?(?=\)|[,;.]|\s)"
)
_KINDS = words_of(
    "house chamber parliament legislature assembly senate duma bank agency service court commission committee "
    "council party union federation association movement militia army police "
    "guard ministry broadcaster company firm conglomerate group ombudsman directorate secretariat intelligence "
    "junta foundation institute university academy club bureau office watchdog regulator"
)
"""Kinds of bodies in small letters, after which their own name stands in brackets, or in an aside."""
_PACTS = frozenset({"Partnership", "Agreement", "Treaty", "Pact", "Accord", "Convention"})
_OFFICE_OF = re.compile(
    r"\b(?:director|inspector|chief|commissioner|superintendent|head|general|minister|secretary)\s"
    r"(?:[\w-]+\s){0,2}?(?:of|for)\s(?:the\s)?\Z"
)
"""Before a kind of body where what follows in brackets is short for an office: "director general of police (DGP)"."""


def _in_their_tongue(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Bodies by the name that follows what they are: "the lower house (Majlisi Namoyandagon)", "the army (SAF)"."""
    text = document.text
    for found in matches(_OWN_TONGUE, text, document.where(_KINDS)):
        words = found["name"].split()
        aside = found["joint"].startswith(",")
        known = gazetteer.names.get(found["name"])
        held = _OFFICE_OF.search(text, found.start() - 40, found.start())
        if held or (known and known.type == "place") or (aside and not text.startswith((",", "."), found.end("name"))):
            continue
        none = (
            not _PACTS.isdisjoint(words) or words[0] in gazetteer.titles or words[0] in gazetteer.demonyms or words[-1] in gazetteer.titles
        )
        person = len(words) > 1 and words[0] in gazetteer.given
        if not none and not person and not gazetteer.lists(words[0], "opening", "other", "institution") and len(found["name"]) > 2:
            closed = text.startswith(")", found.end())
            if closed or aside or text[found.start("name") - 1] in '“"«':
                yield body_at(document, *found.span("name"), 6)


_QUOTED = re.compile(
    r"(?<![\w’'-])(?:(?!The\s|A\s|An\s)[A-Z][\w-]+\s){0,4}(?:Concern|Company|Corporation|Association|Enterprise|Bank|Foundation|Fund|Agency|Institute|Center|Centre|Union"
    r"|Holding|Museum|Theatre|Complex|Plant|Factory)\s[“\"«](?:[A-Z][\w’'-]*)(?:\s[A-Z][\w’'-]*){0,3}[”\"»]"
)
"""What a body is, with its name in quotation marks: "State Concern “Northgas”"."""
_QUOTED_BY = words_of(
    "concern company corporation association enterprise bank foundation fund agency institute center centre union holding museum theatre complex plant factory"
)


def foreign_bodies(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Bodies by their names in French, Spanish or Portuguese, "Lashkar-e-Jhangvi", and "Unity for Peace in Chad (UPC)"."""
    yield from _in_their_tongue(document, gazetteer)
    yield from (body_at(document, *found.span(), 8) for found in document.finds(_QUOTED, _QUOTED_BY))
    yield from _by_one_word(document)
    yield from (body_at(document, *found.span(), 7) for found in document.begun(_NAME, document.where(_FIRST)))
    yield from (body_at(document, *found.span(), 6) for found in document.begun(_HYPHENS, document.where(_HYPHENATED)))
    yield from _spelt(document) if "(" in document.text else ()


def _by_one_word(document: Document) -> Iterator[Found]:
    """Bodies whose first, last or only word is of another language: "Komisi Pemilihan Umum", "Vatan Partisi", "Bundesamt für Statistik"."""
    for pattern, places in ((_BARE, document.where(_BARE_FIRST)), (_ONE_WORD, document.where_so(_GERMAN))):
        yield from (body_at(document, *found.span(), 7) for found in matches(pattern, document.text, places))
    for found in document.finds(_ENDS_SO, _ENDING):
        lead = LEAD.match(document.text, *found.span())
        yield body_at(document, lead.end() if lead else found.start(), found.end(), 6)


def _spelt(document: Document) -> Iterator[Found]:
    """Movements that their short name and what the text says of it show to be bodies."""
    text = document.text
    for found in document.finds(_SPELT, _SPELT_BY):
        initials = iter(re.sub(r"[^A-Z]", "", found["name"]))
        if not all(letter in initials for letter in found["short"].replace("-", "")):
            continue
        if not document.sentence_of(found.start()).words.isdisjoint(_REBELS) or any(
            _FIGHTS.match(text, each.end()) for each in re.finditer(rf"\b{re.escape(found['short'])}\b\)?", text)
        ):
            body = body_at(document, *found.span("name"), 8)
            yield body
            yield Found(span=Span(*found.span("short")), type="organization", name=body.name, priority=8)
