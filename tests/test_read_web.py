"""Web pages as sites make them and as browsers save them: the words, the paragraphs, the record."""

import json
import time

import pytest

from sourcebook.read import NotReadableError, read, read_with_origins

VISIT = (
    "Foreign Minister Anna Lindqvist of Norway visited Lisbon on 14 May 2024 and met Prime Minister António Costa there, the ministry said."
)
WAITED = "“We have waited eleven years for this agreement to be signed,” Lindqvist told reporters after the talks – they lasted for hours."
EXPERTS = "Experts of both countries will meet in Oslo in the autumn to discuss fisheries, shipping and offshore wind, said a statement."


def page(body, head="<title>Deal</title>", language="en"):
    return f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def reading(tmp_path, source, name="page.html"):
    path = tmp_path / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return read(path)


def paragraphs(tmp_path, body, **more):
    return reading(tmp_path, page(body, **more)).text.rstrip("\n").split("\n\n")


def test_words_of_neighbouring_elements_are_not_joined(tmp_path):
    body = f"""<article><p>{VISIT}</p><blockquote><p>“At last.”</p><cite>Anna Lindqvist</cite></blockquote><p>{WAITED}</p>
    <ul><li>Offshore wind<ul><li>Turbines</li></ul></li><li><p>Ships</p><p>of both</p></li></ul><p>LISBON<br>is far<sup><a href="#n1">1</a></sup>.</p></article>"""
    assert paragraphs(tmp_path, body) == [
        VISIT, "“At last.”", "Anna Lindqvist", WAITED, "- Offshore wind", "- Turbines", "- Ships", "of both", "LISBON is far[1]."
    ]  # fmt: skip


def test_a_raised_number_behind_words_is_that_of_a_note(tmp_path):
    fish = "The ministers of both countries spoke of fish for the whole of the afternoon"
    assert paragraphs(tmp_path, f"<p>{fish} in 1905.<sup>2</sup></p><p>{fish} on 40 km<sup>2</sup>.</p>") == [
        f"{fish} in 1905.[2]",
        f"{fish} on 40 km2.",
    ]


def test_two_line_breaks_part_paragraphs(tmp_path):
    body = f"<font face=Arial><b>LISBON</b> - {VISIT}<br><br>{WAITED}<br>&nbsp;<br>{EXPERTS}</font>"
    assert paragraphs(tmp_path, body) == [f"LISBON - {VISIT}", WAITED, EXPERTS]
    assert paragraphs(tmp_path, f"<pre>{VISIT}\n\n{WAITED[:40]}\n{WAITED[40:]}\n \n{EXPERTS}</pre>")[0::2] == [VISIT, EXPERTS]


def test_a_row_whose_first_cell_is_a_link_is_kept(tmp_path):
    rows = "".join(f"<tr><td><a href=x{each}>Ship {each}</a></td><td>{each} tons</td><td>Oslo</td></tr>" for each in range(3))
    assert "Ship 1 | 1 tons | Oslo" in paragraphs(tmp_path, f"<p>{VISIT}</p><table>{rows}</table><p>{WAITED}</p>")


def test_a_table_is_read_by_rows_and_one_made_for_layout_by_paragraphs(tmp_path):
    data = "<table><tr><th></th><th>Treaty</th><th>Year</th></tr><tr><td><p>Norway</p></td><td>Bergen</td><td>1909</td></tr></table>"
    assert paragraphs(tmp_path, f"<p>{VISIT}</p>{data}<p>{WAITED}</p>") == [VISIT, "Treaty | Year", "Norway | Bergen | 1909", WAITED]
    layout = f"<table><tr><td><a href=a>Home</a></td><td><h2>In Lisbon</h2><p>{VISIT}<p>{WAITED}<p>{EXPERTS}</td></tr></table>"
    assert paragraphs(tmp_path, layout)[-4:] == ["In Lisbon", VISIT, WAITED, EXPERTS]


def test_soft_hyphens_and_signs_of_direction_are_no_letters(tmp_path):
    words = VISIT.replace("Minister", "Min&shy;ister").replace("Lisbon", "&#8206;Lis&#8203;bon").replace("Norway", "&#8296;Norway&#8297;")
    assert paragraphs(tmp_path, f"<p>{words}</p><p>{WAITED}</p>") == [VISIT, WAITED]


def test_what_nobody_sees_is_no_text(tmp_path):
    body = f"""<article><p>{VISIT}</p><template><p>A template that nobody sees at all here.</p></template><p hidden>A hidden paragraph that nobody sees.</p>
    <p style="display: none">A paragraph that nobody would ever see.</p><p>{WAITED}<span class="sr-only">Opens in a window</span><button>Share</button></p>
    <noscript>You need JavaScript to read this.</noscript><p>{EXPERTS}</p></article>"""
    assert paragraphs(tmp_path, body) == [VISIT, WAITED, EXPERTS]


def test_a_paragraph_that_looks_like_its_neighbours_is_not_lost(tmp_path):
    assert paragraphs(tmp_path, f"<div><div>{VISIT}</div><div>{WAITED}</div><section>{EXPERTS}</section></div>") == [VISIT, WAITED, EXPERTS]


def test_links_to_other_articles_are_no_text(tmp_path):
    link = "<a href=b>Norway opens an embassy in Maputo after years of talks</a>"
    body = f"<article><p>{VISIT}</p><p>{WAITED}</p><p><b>ALSO READ:</b> {link}</p><p>{EXPERTS}</p><div class=related><ul><li>{link}</li></ul></div></article>"
    assert paragraphs(tmp_path, body) == [VISIT, WAITED, EXPERTS]


def test_a_page_whose_article_only_scripts_show_is_read_or_refused(tmp_path):
    data = {"@type": "NewsArticle", "headline": "Deal", "articleBody": f"{VISIT}\n\n{WAITED}"}
    head = f'<title>App</title><script type="application/ld+json">{json.dumps(data)}</script>'
    assert paragraphs(tmp_path, "<div id=root></div>", head=head) == [VISIT, WAITED]
    with pytest.raises(NotReadableError, match="no article"):
        reading(tmp_path, page("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"))


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("", "utf-8"), ("utf-8", "utf-8-sig"), ("iso-8859-1", "utf-8"), ("utf-16", "utf-16"), ("", "utf-16-be"), ("", "cp1252"),
        ("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("us-ascii", "cp1252"), ("gb2312", "gb18030"),
    ],
)  # fmt: skip
def test_letters_are_those_that_a_browser_shows(tmp_path, declared, written):
    meta = f'<meta charset="{declared}">' if declared else ""
    source = f"<html><head>{meta}<title>Müller’s deal</title></head><body><p>{VISIT}</p><p>{WAITED}</p><p>{EXPERTS} €5…</p></body></html>"
    article = reading(tmp_path, source.encode(written))
    assert article.title == "Müller’s deal"
    assert article.text == f"{VISIT}\n\n{WAITED}\n\n{EXPERTS} €5…\n"


def test_some_bytes_of_another_encoding_spoil_nothing_else(tmp_path):
    source = page(f"<p>{VISIT}</p><p>{WAITED}</p><p>{EXPERTS}</p><p>&#147;It&#146;s done,&#148; she said.</p>").encode()
    article = reading(tmp_path, source.replace("“We".encode(), b"\x93We"))
    assert article.text == f"{VISIT}\n\n{WAITED}\n\n{EXPERTS}\n\n“It’s done,” she said.\n"


def test_a_russian_page_that_declares_nothing(tmp_path):
    words = "Министр иностранных дел посетил Янгон и встретился с председателем совета, сообщило министерство в среду."
    assert reading(
        tmp_path, f"<html><body><p>{words}</p><p>{words} Стороны обсудили торговлю.</p></body></html>".encode("cp1251")
    ).text.startswith(words)


def test_a_page_that_wrongly_declares_to_be_utf_8(tmp_path):
    words = "Министр иностранных дел посетил Янгон и встретился с председателем совета, сообщило министерство в среду."
    source = f'<html><head><meta charset="utf-8"></head><body><p>{words}</p><p>{words} Стороны обсудили торговлю.</p></body></html>'
    assert reading(tmp_path, source.encode("cp1251")).text.startswith(words)


def test_a_page_of_a_hundred_thousand_elements_is_read_in_seconds(tmp_path):
    rows = "".join(f"<tr><td>{number}</td><td>fish</td><td>ships</td></tr>" for number in range(25_000))
    begun = time.process_time()
    article = reading(tmp_path, page(f"<article><p>{VISIT}</p><p>{WAITED}</p><p>{EXPERTS}</p></article><table>{rows}</table>"))
    assert article.text.startswith(VISIT)
    # With a second opinion on each pair of rows it would be minutes.
    assert time.process_time() - begun < 40


def said(tmp_path, head, body="", language="en"):
    return reading(tmp_path, page(f"<article>{body}<p>{VISIT}</p><p>{WAITED}</p><p>{EXPERTS}</p></article>", head, language))


@pytest.mark.parametrize(
    ("head", "body", "issued"),
    [
        ('<meta property="article:published_time" content="2024-05-15T23:30:00-07:00">', "", "2024-05-15"),
        ('<meta name="citation_publication_date" content="2024/05">', "", "2024-05"),
        ('<meta name="DC.date.issued" content="2024-05-15">', "", "2024-05-15"),
        ("", '<span class="date">Published: Wednesday, 15 May 2024, 14:05 BST</span>', "2024-05-15"),
        ("", '<div class="datum">15. Mai 2024</div>', "2024-05-15"),
        ("", '<p class="entry-meta">15 de mayo de 2024</p>', "2024-05-15"),
        ("", '<time datetime="2024-05-15T08:00Z">May 15</time>', "2024-05-15"),
        ('<link rel="canonical" href="https://paper.example/2024/05/15/fish">', "", "2024-05-15"),
        # What was changed then, an event to come, a day that is two days, and nothing that is said: no date.
        ('<meta property="article:modified_time" content="2024-06-01">', '<time class="updated" datetime="2024-06-01">1 June</time>', ""),
        ("", "<p>The conference will be held on 20 December 2031 in Oslo and all are invited.</p>", ""),
        ("", '<span class="date">05/06/2024</span>', ""),
        ('<meta property="article:published_time" content="yesterday">', "", ""),
    ],
)  # fmt: skip
def test_the_day_is_the_one_on_which_it_was_published(tmp_path, head, body, issued):
    assert str(said(tmp_path, f"<title>Deal</title>{head}", body).issued or "") == issued


def test_the_record_of_a_news_page(tmp_path):
    data = {
        "@graph": [
            {"@type": "WebPage", "name": "x"},
            {
                "@type": "NewsArticle",
                "headline": "Norway &amp; Portugal: a deal",
                "author": [
                    {"name": "Ada Fjell"},
                    {"@id": "#jose"},
                    {"@type": "Organization", "name": "Reuters"},
                    {"name": "https://x.example"},
                ],
                "datePublished": "May 15, 2024",
                "publisher": {"@id": "#org"},
            },
            {"@type": "Person", "@id": "#jose", "name": "José Pereira"},
            {"@type": "Organization", "@id": "#org", "name": "Gazette Media Ltd"},
        ]
    }
    head = f"""<title>Norway & Portugal: a deal - The Gazette</title><meta property="og:title" content="Norway & Portugal: a deal - The Gazette">
    <meta property="og:site_name" content="The Gazette"><meta name="author" content="adafjell"><link rel="canonical" href="https://gazette.example/@ada/deal">
    <script type="application/ld+json">{json.dumps(data)}</script>"""
    article = said(tmp_path, head, "<h1>Norway & Portugal: a deal</h1>", "en_GB")
    assert (article.title, article.author, article.publisher) == (
        "Norway & Portugal: a deal",
        "Ada Fjell, José Pereira, Reuters",
        "The Gazette",
    )
    assert (article.issued.text, article.url, article.language) == ("2024-05-15", "https://gazette.example/@ada/deal", "en-GB")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Ministry – “a deal”</title>", "", "Ministry – “a deal”"),
        ("<title>A deal – The Gazette</title>", "<h1>A deal</h1>", "A deal"),
        ("<title>A deal | World | The Gazette</title>", "", "A deal"),
        ("<title>The Gazette</title>", "<h1>A deal</h1>", "A deal"),
        ('<title>x</title><meta property="og:title" content="A deal"><meta property="og:site_name" content="Gazette">', "<h1>Gazette</h1>", "A deal"),
        ("<title>A deal – The Gazette</title>", '<h1><a href="/">The Gazette</a></h1><h2>A deal</h2>', "A deal"),
        ("<title>Our blog: All about the long new deal</title>", '<h1><a href="/">Our blog</a></h1><h3>All about the long new deal</h3>', "All about the long new deal"),
        ("<title>Evolve – about it</title>", '<h1>Evolve<a class=headerlink href="#e">¶</a></h1>', "Evolve"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_title_is_the_headline(tmp_path, head, body, title):
    assert said(tmp_path, head, body).title == title


def test_several_authors_of_microdata(tmp_path):
    person = '<span itemprop="author" itemscope><span itemprop="name">{}</span></span>'
    body = f"<p>By {person.format('Ada Fjell')} and {person.format('José Pereira')}</p>"
    assert said(tmp_path, "<title>Deal</title>", body).author == "Ada Fjell, José Pereira"


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ('<span class="pb-byline">By <a href=x>Erin Cunningham</a> March 18, 2015</span>', "Erin Cunningham"),
        ('<a rel="author" href=x>Ada Fjell</a><div class=teaser><div><div><a rel="author" href=y>Eve Other</a></div></div></div>', "Ada Fjell"),
        ('<p class="byline">By Theresa May | Oslo</p>', "Theresa May"),
        ('<a rel="author" href=x>View my complete profile</a>', ""),
    ],
)  # fmt: skip
def test_the_line_of_the_author(tmp_path, body, author):
    assert said(tmp_path, '<title>Deal</title><meta name="author" content="admin">', body).author == author


def test_data_in_a_comment_or_in_cdata(tmp_path):
    for before, after in (("<!--", "-->"), ("\n<![CDATA[\n", "\n]]>\n"), ("//<![CDATA[\n", "\n//]]>")):
        data = json.dumps([{"@type": "NewsArticle", "headline": "A [deal] {here}", "author": ["Ada Fjell"]}])
        article = said(tmp_path, f'<script type="application/ld+json">{before}{data}{after}</script>')
        assert (article.title, article.author) == ("A [deal] {here}", "Ada Fjell")


def test_data_that_is_not_as_it_should_be_breaks_nothing(tmp_path):
    odd = {
        "@type": ["NewsArticle", 3, None],
        "headline": ["\ud800\u0000Deal", {"x": 1}],
        "author": [None, 3, {"name": {"@value": "x"}}, [["y"]]],
    }
    odd |= {"publisher": "Pub\u001b[2J", "datePublished": 20240515, "mainEntityOfPage": [{"@id": 5}], "url": {"a": 1}, "@id": {"x": 1}}
    scripts = "".join(
        f'<script type="application/ld+json">{each}</script>' for each in ("[" * 5000, '{"@type": "Article",}', "", json.dumps(odd))
    )
    article = said(tmp_path, f"<title>x</title>{scripts}")
    assert (article.title, article.author, article.publisher) == ("Deal", "", "Pub[2J")


def archive(source, head=""):
    import quopri

    encoded = quopri.encodestring(source.encode()).replace(b"\n", b"\r\n").decode()
    return (
        f"From: <Saved by Blink>\r\n{head}Date: Wed, 22 May 2024 10:00:00 GMT\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x--"\r\n\r\n\r\n--x--\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://paper.example/deal\r\n\r\n{encoded}\r\n"
        "--x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x----\r\n"
    )


def test_a_page_saved_as_one_file(tmp_path):
    article = reading(tmp_path, archive(page(f"<p>{VISIT}</p><p>{WAITED}</p>")), "deal.mhtml")
    assert article.text == f"{VISIT}\n\n{WAITED}\n"
    assert (article.url, article.accessed.text, article.title) == ("https://paper.example/deal", "2024-05-22", "Deal")
    with pytest.raises(NotReadableError, match="no web page"):
        reading(tmp_path, "From: x\n\nNo page at all.", "mail.mht")


def test_a_saved_page_says_where_it_came_from(tmp_path):
    body = page(f"<p>{VISIT}</p><p>{WAITED}</p>", '<title>Deal</title><link rel="canonical" href="/deal">')
    assert reading(tmp_path, f"<!-- saved from url=(0031)https://paper.example/world/deal -->\n{body}").url == "https://paper.example/deal"
    single = "<!--\n Page saved with SingleFile \n url: https://paper.example/x \n saved date: Wed May 22 2024 10:11:12 GMT+0200\n-->"
    article = reading(tmp_path, single + page(f"<p>{VISIT}</p><p>{WAITED}</p>"))
    assert (article.url, article.accessed.text) == ("https://paper.example/x", "2024-05-22")


def test_every_paragraph_says_its_line(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(f"\n<div>{VISIT}</div>\n<p>{WAITED}</p>\n<ul>\n<li>{EXPERTS}</li></ul>"), "utf-8")
    found = read_with_origins(path)
    lines = path.read_text("utf-8").splitlines()
    for each in found.origins:
        assert each.span.of(found.article.text).removeprefix("- ") in lines[int(each.where.removeprefix("line ")) - 1]


def test_a_compressed_page_is_refused_with_what_to_do(tmp_path):
    import gzip

    with pytest.raises(NotReadableError) as error:
        reading(tmp_path, gzip.compress(page(VISIT).encode()))
    assert "unpack" in error.value.findings[0].help


def test_the_date_of_foreign_front_matter_may_be_in_words(tmp_path):
    assert reading(tmp_path, f"---\ndate: May 15, 2024\n---\n{VISIT}\n", "a.md").issued.text == "2024-05-15"
