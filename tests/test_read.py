"""Readers of documents that are no text: real files of each format, and files made to break them."""

import random
import zipfile

import pytest
from docx import Document

from sourcebook.read import NotReadableError, read, read_with_origins
from tests.conftest import run_cli

LINES = [
    "Foreign Minister Anna Lindqvist visited Lisbon on 14 May 2024 and met Prime Minister Costa there for talks on the fish-",
    "eries of the northern sea, the ministry said.",
    "",
    "The second paragraph is about Norway and Portugal, which have had diplomatic relations since the year 1905 and more.",
]


def escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252", "replace")


def pdf_of(*pages, info=b"", encrypted=b""):
    """A PDF with one line of text for each line of each page, as small as one can be; (x, y, size, text) has its place."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        placed = [line for line in lines if isinstance(line, tuple)]
        shown = b"".join(b"(" + escaped(each) + b") Tj T*\n" for each in lines if isinstance(each, str))
        stream = b"BT /F1 11 Tf 14 TL 40 780 Td\n" + shown + b"ET\n"
        stream += b"".join(b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, escaped(text)) for x, y, size, text in placed)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        number = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 %s >> >> >>" % (number, font)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    if info:
        objects.append(info)
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % each for each in places)
    about = b"/Info %d 0 R" % len(objects) if info else b""
    return out + b"trailer << /Size %d /Root 1 0 R %s %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, about, encrypted, start)


def test_a_web_page(golden):
    page = golden / "read/news.html"
    article = read(page)
    assert (article.title, article.author, article.publisher) == (
        "Norland and Vesperia agree on fisheries",
        "Ada Fjell",
        "The Harbour Gazette",
    )
    assert (article.issued.text, article.url, article.language) == ("2024-05-17", "https://gazette.example/2024/fisheries", "en")
    assert "“We have waited eleven years for this agreement to be signed,” Lindqvist told" in article.text
    assert not any(words in article.text for words in ("cookies", "Sport", "alert", "All rights"))
    assert article.original.startswith("news.html sha256:")


def test_a_web_page_says_where_its_paragraphs_stood(golden):
    page = golden / "read/news.html"
    found = read_with_origins(page)
    where = found.where(found.article.text.index("Experts of both"))
    line = page.read_text("utf-8").splitlines()[int(where.removeprefix("line ")) - 1]
    assert "Experts of both countries" in line


def test_front_matter_in_toml(tmp_path):
    path = tmp_path / "visit.md"
    path.write_text('+++\ntitle = "A visit"\ndate = 2025-03-04T10:00:00Z\nauthors = ["Ana Ruiz", {name = "Bo Li"}]\n+++\n\nShe came.\n')
    found = read(path)
    assert (found.title, str(found.issued), found.author) == ("A visit", "2025-03-04", "Ana Ruiz, Bo Li")
    assert (found.text, found.body_line) == ("\nShe came.\n", 6)
    path.write_text("+++\ntitle = A visit\n+++\n\nShe came.\n")
    with pytest.raises(NotReadableError) as error:
        read(path)
    (finding,) = error.value.findings
    assert (finding.place.line, finding.place.column) == (2, 9)
    assert finding.message.startswith("The front matter is no TOML: ")
    path.write_text("+++\nShe came.\n")
    assert read(path).text == "+++\nShe came.\n"


@pytest.mark.parametrize("value", ["[" * 100_000, "1" * 5_000], ids=["deep", "long"])
def test_toml_made_to_stop_a_reader_is_told_of(tmp_path, value):
    path = tmp_path / "visit.md"
    path.write_text(f"+++\nwhere = {value}\n+++\nShe came.\n")
    with pytest.raises(NotReadableError) as error:
        read(path)
    assert [each.message for each in error.value.findings] == ["The front matter is no TOML: a value is too deep or too long"]


def test_authors_may_be_mappings_with_names(tmp_path):
    path = tmp_path / "visit.md"
    path.write_text("---\nauthors:\n  - name: Ana Ruiz\n    email: a@example.org\n  - Bo Li\n---\nShe came.\n")
    assert read(path).author == "Ana Ruiz, Bo Li"


def test_front_matter_of_others_has_words_behind_a_hash(tmp_path):
    text = "---\ntitle: Report #5\npublisher: Ministry # that of Rome\ndate: 2024-05-14 #draft\n---\nAda met Bob in Rome.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    article = read(tmp_path / "a.md")
    assert (article.title, article.publisher, str(article.issued)) == ("Report #5", "Ministry", "2024-05-14")


def test_a_page_that_gives_no_date_gets_none(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><article><h1>On fish</h1>{'<p>Norway and Portugal spoke of fish and of ships at length today.</p>' * 6}</article></body></html>"
    )
    article = read(path)
    assert (article.issued, article.author, article.url) == (None, "", "")


def test_a_pdf(tmp_path):
    path = tmp_path / "visit.pdf"
    path.write_bytes(pdf_of(LINES, ["On the next page nothing new is said of Norway."], info=b"<< /Title (A visit) /Author (Ada Fjell) >>"))
    found = read_with_origins(path)
    article = found.article
    assert (article.title, article.author) == ("A visit", "Ada Fjell")
    assert "talks on the fisheries of the northern sea, the ministry said." in article.text
    assert found.where(article.text.index("On the next page")) == "page 2"


def test_running_headers_and_page_numbers_of_a_pdf_are_left_out(tmp_path):
    path = tmp_path / "report.pdf"
    ships = ["Aurora", "Borealis", "Calypso", "Dorado", "Estrella"]
    pages = [
        ["The Harbour Gazette", f"The {ship} left at dawn.", f"Nobody saw the {ship} again.", f"{number}"]
        for number, ship in enumerate(ships, 1)
    ]
    path.write_bytes(pdf_of(*pages))
    text = read(path).text
    assert "Gazette" not in text
    assert text.split("\n\n")[0].startswith("The Aurora left at dawn.")
    assert not any(each.isdigit() for each in text)


def column(x, y, lines, size=10, leading=12):
    """Lines of text from a place downward."""
    return [(x, y - leading * number, size, line) for number, line in enumerate(lines)]


FISH = ["The minister of Norway and the premier of Portugal spoke", "of fish and of ships for the whole of the long afternoon"]


def test_the_paragraphs_of_a_pdf_are_those_that_one_sees(tmp_path):
    path = tmp_path / "a.pdf"
    page = [
        (40, 780, 20, "A report on fish"), *column(40, 740, [*FISH, "in Lisbon and signed."]), *column(40, 696, ["Norway:", *FISH, "in Oslo."]),
        # Another paragraph is indented; another column begins above, within a sentence.
        *column(52, 648, [FISH[0]]), *column(40, 636, [FISH[1]]), *column(340, 740, ["until dusk.", "1. Fish of the north", "2. Ships"]),
    ]  # fmt: skip
    path.write_bytes(pdf_of(page))
    article = read(path)
    long = " ".join(FISH)
    assert article.title == "A report on fish"
    assert article.text.rstrip("\n").split("\n\n") == [
        "A report on fish", f"{long} in Lisbon and signed.", "Norway:", f"{long} in Oslo.", f"{long} until dusk.", "1. Fish of the north", "2. Ships"
    ]  # fmt: skip


def test_a_paragraph_of_a_pdf_goes_on_over_the_page(tmp_path):
    path = tmp_path / "a.pdf"
    one = [
        (200, 800, 8, "Harbour Ministry – Report 2024"),
        *column(40, 700, [*FISH, *FISH]),
        (40, 80, 7, "1 A note of the ministry."),
        (300, 40, 9, "1"),
    ]
    two = [(200, 800, 8, "Harbour Ministry – Report 2024"), *column(40, 700, ["in Lisbon.", *FISH, "there."]), (300, 40, 9, "2")]
    three = [(200, 800, 8, "Harbour Ministry – Report 2024"), *column(40, 700, [*FISH, "1909"]), (300, 40, 9, "3")]
    path.write_bytes(pdf_of(one, two, three))
    long = " ".join(FISH)
    assert read(path).text.rstrip("\n").split("\n\n") == [
        f"{long} {long} in Lisbon.", "1 A note of the ministry.", f"{long} there.", f"{long} 1909"
    ]  # fmt: skip


def test_a_line_of_text_that_many_pages_begin_with_is_no_header(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(*(column(40, 700, ["As in the year before, the office says.", f"Ship {each} caught fish."]) for each in "ABC")))
    assert read(path).text.count("As in the year before") == 3


def test_the_words_of_a_pdf_are_whole(tmp_path):
    path = tmp_path / "a.pdf"
    lines = [
        "The talks of the Franco-",
        "German council on fish-",
        "eries were offshore-based, said a self-",
        "made man of offshore-",
        "based firms.",
    ]
    note = [
        (40, 600, 10, "He was in Lisbon."),
        (118, 604, 6, "1"),
        (40, 560, 10, "Year"),
        (140, 560, 10, "Treaty"),
        (240, 560, 10, "Parties"),
    ]
    path.write_bytes(pdf_of([*column(40, 700, lines), *note]))
    assert read(path).text.rstrip("\n").split("\n\n") == [
        "The talks of the Franco-German council on fisheries were offshore-based, said a self-made man of offshore-based firms.",
        "He was in Lisbon.[1]", "Year | Treaty | Parties",
    ]  # fmt: skip


def test_ligatures_of_a_pdf_are_letters():
    from sourcebook.read.pdf_lines import lines_of
    from sourcebook.read.pdf_shown import Piece

    assert lines_of([Piece("the o\ufb03ce of \ufb01sheries", 0, 0, 10, 90)])[0].text == "the office of fisheries"


def test_the_name_of_a_file_is_no_title_of_a_pdf(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(LINES, info=b"<< /Title (Microsoft Word - draft_v3.doc) /Author (Ada Fjell) >>"))
    assert (read(path).title, read(path).author) == ("", "Ada Fjell")


def test_a_word_document(tmp_path):
    document = Document()
    document.core_properties.title, document.core_properties.author = "A visit", "Ada Fjell"
    document.add_heading("What was agreed", 1)
    document.add_paragraph("Minister Anna Lindqvist visited Lisbon. 🐟")
    document.add_paragraph("fisheries", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Norway", "Portugal"
    document.add_paragraph("وصل الوزير إلى لشبونة")
    path = tmp_path / "visit.docx"
    document.save(path)
    found = read_with_origins(path)
    assert (
        found.article.text
        == "What was agreed\n\nMinister Anna Lindqvist visited Lisbon. 🐟\n\n- fisheries\n\nNorway | Portugal\n\nوصل الوزير إلى لشبونة\n"
    )
    assert (found.article.title, found.article.author) == ("A visit", "Ada Fjell")
    assert [each.where for each in found.origins] == ["paragraph 1", "paragraph 2", "paragraph 3", "table 1, row 1", "paragraph 4"]
    assert [each.span.of(found.article.text) for each in found.origins][2] == "- fisheries"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_document(path, *paragraphs, notes=()):
    """A Word document whose paragraphs have this inside, in WordprocessingML, and footnotes of these words."""
    from docx.oxml import parse_xml

    document = Document()
    body = document.element.body
    for each in paragraphs:
        body.insert(len(body) - 1, parse_xml(each if each.startswith("<w:sdt ") else f"<w:p {W}>{each}</w:p>"))
    document.save(path)
    if notes:
        with zipfile.ZipFile(path) as parts:
            held = {each: parts.read(each).decode("latin-1") for each in parts.namelist()}
        kind = "openxmlformats.org/officeDocument/2006/relationships/footnotes"
        relations = "word/_rels/document.xml.rels"
        held[relations] = held[relations].replace(
            "</Rel", f'<Relationship Id="n" Type="http://schemas.{kind}" Target="footnotes.xml"/></Rel'
        )
        made = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
        held["[Content_Types].xml"] = held["[Content_Types].xml"].replace("</Types>", f"{made}</Types>")
        inside = "".join(f'<w:footnote w:id="{number}"><w:p>{text(words)}</w:p></w:footnote>' for number, words in enumerate(notes, 5))
        held["word/footnotes.xml"] = f"<w:footnotes {W}>{inside}</w:footnotes>"
        with zipfile.ZipFile(path, "w") as parts:
            for name, raw in held.items():
                parts.writestr(name, raw.encode("latin-1"))
    return path


def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f'{text("He ")}<w:ins w:id="1" w:author="x">{text("of Norway ")}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>no</w:delText></w:r></w:del>{text("left.")}', "He of Norway left."),
        (f'<w:moveFrom w:id="3">{text("away")}</w:moveFrom><w:moveTo w:id="4">{text("here")}</w:moveTo>', "here"),
        (f"<w:sdt><w:sdtContent>{text('Held')}</w:sdtContent></w:sdt>{text(' words.')}", "Held words."),
        (f'<w:smartTag w:element="x">{text("Oslo")}</w:smartTag><w:fldSimple w:instr="DATE">{text(" in May")}</w:fldSimple>', "Oslo in May"),
        ("<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", "a b c-d"),
        (f'{text("Seen")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>', "Seen"),
        (f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{text("fisheries")}', "- fisheries"),
        (f'{text("in 1905.")}{RAISED}{text(" Ships of 12 m")}{RAISED}', "in 1905.[2] Ships of 12 m2"),
        (f'{text("It was 5")}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>{text("C")}<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "It was 5°C"),
        (f'{text("As ")}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath>', "As a=b"),
    ],
)  # fmt: skip
def test_a_word_document_is_read_as_it_is_printed(tmp_path, inside, words):
    assert read(word_document(tmp_path / "a.docx", inside)).text == f"{words}\n"


def test_what_stands_beside_the_text_of_a_word_document(tmp_path):
    box = f"<w:txbxContent><w:p>{text('In a box.')}</w:p></w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    control = f"<w:sdt {W}><w:sdtContent><w:p>{text('In a control.')}</w:p></w:sdtContent></w:sdt>"
    found = read_with_origins(word_document(tmp_path / "a.docx", f"{text('He left.')}{note}{shape}", control, notes=["A ministry."]))
    assert [(each.span.of(found.article.text), each.where) for each in found.origins] == [
        ("He left.[1]", "paragraph 1"), ("In a box.", "text box at paragraph 1"), ("In a control.", "paragraph 2"), ("[1] A ministry.", "footnote 1")
    ]  # fmt: skip


def test_the_tables_of_a_word_document(tmp_path):
    document = Document()
    table = document.add_table(2, 3)
    for each, words in zip((cell for row in table.rows for cell in row.cells), "Norway 7 7 Peru 8 9".split(), strict=True):
        each.text = words
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Norway"
    layout = document.add_table(1, 1).cell(0, 0)
    layout.text = "Two paragraphs."
    layout.add_paragraph("In one cell.")
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").text == "Norway | 7 | 7\n\n8 | 9\n\nTwo paragraphs.\n\nIn one cell.\n"


def test_a_word_document_that_begins_with_a_heading_has_it_as_title(tmp_path):
    document = Document()
    document.add_heading("A visit", level=1)
    document.add_paragraph("She came.")
    document.add_heading("Afterwards", level=1)
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").title == "A visit"
    document = Document()
    document.add_paragraph("She came.")
    document.add_heading("Afterwards", level=1)
    document.save(tmp_path / "b.docx")
    assert read(tmp_path / "b.docx").title == ""


def test_the_title_of_a_word_document(tmp_path):
    document = Document()
    document.core_properties.title = "Microsoft Word - draft3.doc"
    document.add_paragraph("A visit", style="Title")
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").title == "A visit"


def test_an_old_or_protected_word_document_says_what_to_do(tmp_path):
    assert "password" in refused(tmp_path / "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def refused(path, raw):
    path.write_bytes(raw)
    with pytest.raises(NotReadableError) as error:
        read(path)
    (finding,) = error.value.findings
    assert finding.code == "unreadable"
    assert finding.help
    return finding.message


@pytest.mark.parametrize("ending", ["html", "htm", "pdf", "docx"])
@pytest.mark.parametrize(
    "raw",
    [b"", b"   \n", bytes(range(256)) * 40, b"PK\x03\x04 no zip", b"%PDF-1.4 cut off", b"\xff" * 3000],
    ids=["empty", "blank", "binary", "zip", "pdf", "ones"],
)
def test_what_is_no_document_is_refused(tmp_path, ending, raw):
    assert refused(tmp_path / f"it.{ending}", raw)


def test_a_pdf_without_text_says_so(tmp_path):
    assert "no text" in refused(tmp_path / "scan.pdf", pdf_of([], []))
    assert "no text" in refused(tmp_path / "stamped.pdf", pdf_of(["."], ["- -"]))
    assert "which letters" in refused(tmp_path / "coded.pdf", pdf_of(["a\x01\x02\x03\x04\x05\x06"] * 3))


def test_an_encrypted_pdf_says_what_opens_it(tmp_path):
    handler = b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    handler += (
        b" /O (" + b"o" * 48 + b") /U (" + b"u" * 48 + b") /OE (" + b"p" * 32 + b") /UE (" + b"v" * 32 + b") /Perms (" + b"q" * 16 + b") >>"
    )
    message = refused(tmp_path / "a.pdf", pdf_of(LINES, encrypted=b"/Encrypt " + handler + b" /ID [(x) (x)]"))
    assert "encrypted" in message or "password" in message


def test_the_lines_of_a_table_of_contents_stay_lines(tmp_path):
    lines = [f"{number} A chapter of it {'. ' * 20}{number}0" for number in range(1, 4)]
    (tmp_path / "a.pdf").write_bytes(pdf_of([*column(40, 700, lines), *column(40, 600, FISH)]))
    assert len(read(tmp_path / "a.pdf").text.rstrip("\n").split("\n\n")) == 4


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_damaged_document_is_refused_or_read_but_never_a_traceback(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    if ending == "docx":
        word_document(path, *[text(f"Norway and Portugal met {number} times.") for number in range(40)])
    else:
        path.write_bytes(pdf_of(LINES, LINES))
    raw = path.read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        damaged = bytearray(raw)
        for _ in range(chance.choice([1, 3, 20])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            read(path)
        except NotReadableError as error:
            assert error.findings[0].code == "unreadable"


def test_a_truncated_pdf_is_refused_or_read_but_never_a_traceback(tmp_path):
    raw = pdf_of(LINES)
    for cut in range(20, len(raw), 97):
        path = tmp_path / "cut.pdf"
        path.write_bytes(raw[:cut])
        try:
            assert read(path).text
        except NotReadableError as error:
            assert error.findings[0].code == "unreadable"


def test_a_page_of_fifty_thousand_levels_is_refused(tmp_path):
    refused(tmp_path / "deep.html", b"<html><body>" + b"<div>" * 50_000 + b"<p>At the bottom.</p>")


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for number in range(3):
            parts.writestr(f"word/{number}.xml", b"\0" * (100 * 1024 * 1024))
    assert "unfolds" in refused(path, path.read_bytes())


def test_an_outside_entity_of_a_word_document_is_not_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    document = Document()
    document.add_paragraph("Norway and Portugal.")
    path = tmp_path / "a.docx"
    document.save(path)
    with zipfile.ZipFile(path) as parts:
        held = {each: parts.read(each) for each in parts.namelist()}
    body = held["word/document.xml"].split(b"?>", 1)[1].replace(b"Norway", b"&x; Norway")
    held["word/document.xml"] = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file://' + str(secret).encode() + b'">]>' + body
    with zipfile.ZipFile(path, "w") as parts:
        for name, raw in held.items():
            parts.writestr(name, raw)
    try:
        assert "secret" not in read(path).text
    except NotReadableError as error:
        assert error.findings[0].code == "unreadable"


def test_a_hostile_title_stays_words(tmp_path):
    path = tmp_path / "page.html"
    body = "<p>Norway and Portugal spoke of fish and of ships at length in Lisbon.</p>" * 6
    path.write_text(
        f"<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; fish</title><link rel=canonical href='javascript:alert(1)'></head><body><article>{body}</article></body></html>"
    )
    article = read(path)
    assert "javascript" not in article.url
    assert article.text.count("Norway")


def test_a_web_page_is_ingested_and_checked(tmp_path, golden):
    assert run_cli("init", tmp_path / "kb").returncode == 0
    done = run_cli("ingest", "-C", tmp_path / "kb", golden / "read/news.html")
    assert done.returncode == 0, done.stderr
    stored = (tmp_path / "kb/content/articles/news.md").read_text("utf-8")
    assert "original: news.html sha256:" in stored
    checked = run_cli("check", "-C", tmp_path / "kb", "--no-warnings")
    assert checked.returncode == 0, checked.stdout
    again = run_cli("ingest", "-C", tmp_path / "kb", golden / "read/news.html")
    assert "nothing new" in again.stdout


def test_an_address_is_written_as_addresses_are(tmp_path):
    path = tmp_path / "law.md"
    path.write_text('---\nurl: https://example.org/wiki/"Harbour"_o\'clock_in_Tromsø?a=b#c\n---\nNorway signed it.\n', encoding="utf-8")
    assert read(path).url == "https://example.org/wiki/%22Harbour%22_o%27clock_in_Tromsø?a=b#c"
