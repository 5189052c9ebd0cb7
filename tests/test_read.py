"""Readers of documents that are no text: real files of each format, and files made to break them."""

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


def pdf_of(*pages, info=b"", encrypted=b""):
    """A PDF with one line of text for each line of each page, as small as one can be."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1") for line in lines]
        shown = b"".join(b"(" + each + b") Tj T*\n" for each in escaped)
        stream = b"BT /F1 11 Tf 14 TL 40 780 Td\n" + shown + b"ET"
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
