"""The order in which the text of a PDF is read: columns, boxes, tables, and what stands at the edges of pages."""

import itertools

import pytest

from sourcebook.read import pdf_lines, read
from sourcebook.read.pdf_lines import in_reading_order, lines_of
from sourcebook.read.pdf_shown import Piece
from sourcebook.read.pdf_vertical import with_columns_turned
from tests.test_read import column, pdf_of

LEFT = [
    "The minister of Norway came to Lisbon on",
    "Monday and spoke with the premier of fish",
    "and of ships for the whole of the long",
    "afternoon. Nothing was signed, his office",
    "said, but both will meet again in May.",
]
RIGHT = [
    "Fishers in the north were not asked, as",
    "their union says. It had written to both",
    "governments in the spring and was never",
    "answered. The harbour of Bergen stood",
    "empty for the whole of that week.",
]
WANTED = [" ".join(LEFT), " ".join(RIGHT)]


def paragraphs(tmp_path, *pages):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(*pages))
    return read(path).text.rstrip("\n").split("\n\n")


def words_of(lines):
    """The same lines, each word put where it stands on its own: letters are not as wide on average."""
    return [
        (x + sum(0.58 * size * len(word) for word in text.split()[:number]) + 0.35 * size * number, y, size, text.split()[number])
        for x, y, size, text in lines
        for number in range(len(text.split()))
    ]


def across(*columns):
    """Lines of columns in the order of a program that draws from the top of the page to its foot."""
    return [line for row in itertools.zip_longest(*columns) for line in row if line]


COLUMNS = column(40, 700, LEFT), column(300, 700, RIGHT)


@pytest.mark.parametrize("drawn", [
    pytest.param([*COLUMNS[0], *COLUMNS[1]], id="one-after-the-other"),
    pytest.param([*COLUMNS[1], *COLUMNS[0]], id="the-right-one-first"),
    pytest.param(across(*COLUMNS), id="line-by-line"),
    pytest.param(across(COLUMNS[0], column(300, 695, RIGHT)), id="lines-that-are-not-level"),
])  # fmt: skip
def test_columns_are_read_one_after_the_other(tmp_path, drawn):
    assert paragraphs(tmp_path, drawn) == WANTED


def test_words_that_are_drawn_one_by_one_are_lines_and_paragraphs(tmp_path):
    assert paragraphs(tmp_path, words_of(column(40, 700, LEFT))) == [" ".join(LEFT)]


def test_three_columns_below_a_title_over_all_of_them(tmp_path):
    title = (40, 740, 20, "Talks on fish in the north of Europe that ended late")
    third = [line.replace("Norway", "Iceland") for line in LEFT]
    text = paragraphs(tmp_path, [title, *across(column(40, 700, LEFT, 8), column(220, 700, RIGHT, 8), column(400, 700, third, 8))])
    assert text == [title[3], *WANTED, " ".join(third)]


def test_a_short_heading_with_nothing_beside_it_stands_above_both_columns(tmp_path):
    first = [*column(40, 700, LEFT), *column(300, 700, RIGHT)]
    second = [*column(40, 580, RIGHT), *column(300, 580, LEFT)]
    text = paragraphs(tmp_path, [*first, (40, 605, 14, "Ships"), *second])
    assert text == [*WANTED, "Ships", *reversed(WANTED)]


def test_text_goes_on_around_a_box(tmp_path):
    wide = "In the capital nobody knew of any talks that week, and the papers of the day did not say a word of them to their readers."
    box = column(300, 662, ["Eleven visits were", "counted, says the", "office."], 8, 9)
    text = paragraphs(tmp_path, [(40, 700, 10, wide), *column(40, 672, LEFT), *box, (40, 600, 10, wide)])
    assert text == [wide, " ".join(LEFT), "Eleven visits were counted, says the office.", wide]


def test_the_last_lines_of_a_text_in_two_columns_follow_the_first_column(tmp_path):
    last = [*column(40, 700, RIGHT), (300, 700, 10, "at noon.")]
    assert paragraphs(tmp_path, across(*COLUMNS), across(column(40, 700, RIGHT), [(300, 700, 10, "It was noon.")])) == [
        *WANTED,
        WANTED[1],
        "It was noon.",
    ]
    assert paragraphs(tmp_path, across(*COLUMNS), last)[-1] == "at noon."


def test_cells_of_a_table_that_take_several_lines_are_whole(tmp_path):
    head = [(40, 700, 10, "Year"), (140, 700, 10, "Treaty"), (400, 700, 10, "Parties")]
    first = [
        (40, 676, 10, "1948"),
        (140, 682, 10, "Agreement on the peaceful use of"),
        (140, 670, 10, "what the sea holds"),
        (400, 676, 10, "Norway, Portugal"),
    ]
    second = [
        (40, 650, 10, "2024"),
        (140, 650, 10, "Treaty of friendship between the"),
        (400, 650, 10, "Norway,"),
        (140, 638, 10, "two countries"),
        (400, 638, 10, "Iceland"),
    ]
    assert paragraphs(tmp_path, [*head, *first, *second]) == [
        "Year | Treaty | Parties",
        "1948 | Agreement on the peaceful use of what the sea holds | Norway, Portugal",
        "2024 | Treaty of friendship between the two countries | Norway, Iceland",
    ]  # fmt: skip


def test_the_title_of_a_chapter_beside_the_number_of_a_page_is_no_text(tmp_path):
    pages = [
        [(40, 780, 8, f"Chapter {number}: {title}"), (500, 780, 8, str(number)), *column(40, 700, LEFT)]
        for number, title in enumerate(("Fish", "Ships"), 7)
    ]
    assert paragraphs(tmp_path, *pages) == [WANTED[0], WANTED[0]]


def test_a_text_whose_lines_end_where_the_next_word_has_no_room_is_one_paragraph(tmp_path):
    ragged = ["The talks were held in", "Longyearbyen, where the", "governor received both", "of them."]
    text = paragraphs(tmp_path, [*column(40, 700, ragged), *column(40, 652, ["Then", "he left for the capital."])])
    assert text == [" ".join(ragged), "Then", "he left for the capital."]


def test_text_from_right_to_left_is_in_the_order_of_its_words():
    said = "زار الوزير موسكو عام 2024 مع (BBC) اليوم"
    shown = "مويلا (BBC) عم 2024 ماع وكسوم ريزولا راز"
    assert in_reading_order("".join(shown)) == said


def test_columns_of_arabic_are_read_from_the_right():
    lines = lines_of([Piece(text[::-1], x, y, 10, x + 100) for x, text in ((40, "والثاني"), (300, "الأول")) for y in (100, 112, 124, 136)])
    assert {line.text for line in lines} == {"والثاني", "الأول"}


def test_small_numbers_belong_to_the_line_that_they_are_raised_over():
    lines = lines_of([Piece("the office said.", 40, 100, 10, 110), Piece("12", 110, 104, 6, 117), Piece("It left", 121, 100, 10, 150)])
    assert [line.text for line in lines] == ["the office said.[12] It left"]


DOWNWARD = ["外交部長王毅訪問莫斯科，", "雙方就合作交換了意見。"]


def test_columns_of_letters_that_stand_below_each_other_are_read_from_the_right(tmp_path):
    letters = [
        Piece(letter, 500 - 20 * column, 700 - 10 * row, 10, 510 - 20 * column, drawn=100 * column + row)
        for column, text in enumerate(DOWNWARD)
        for row, letter in enumerate(text)
    ]
    turned = with_columns_turned(letters)
    assert {each.angle for each in turned} == {270}
    assert [line.text for line in lines_of(turned)] == DOWNWARD


def test_a_font_for_columns_writes_downward(tmp_path):
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UTF16-V /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0"
    )
    font += b" /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >>"
    shown = b" ".join(b"<%s> Tj 20 0 Td" % text.encode("utf-16-be").hex().encode() for text in reversed(DOWNWARD))
    raw = pdf_of([(460, 700, 10, "HERE")])
    raw = raw.replace(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", font).replace(b"(HERE) Tj", shown)
    (tmp_path / "a.pdf").write_bytes(raw)
    assert read(tmp_path / "a.pdf").text.rstrip("\n") == "".join(DOWNWARD)


def test_digits_below_each_other_are_no_column():
    digits = [Piece(str(number), 40, 700 - 12 * number, 10, 45.6, drawn=number) for number in range(5)]
    assert with_columns_turned(digits) == digits


def test_words_of_one_size_are_not_compared_with_each_other(monkeypatch):
    """On a page of very many words that would take minutes."""
    compared = []
    monkeypatch.setattr(pdf_lines, "_is_beside", lambda small, row: compared.append(small))
    words = [Piece(f"word{number}", number * 7 % 560, number * 13 % 780, 8, number * 7 % 560 + 25, drawn=number) for number in range(600)]
    assert lines_of(words)
    assert compared == []
    assert lines_of([*words, Piece("3", 30, 4, 4, 32, drawn=600)])
    assert {each.text for each in compared} == {"3"}


def test_pieces_at_one_place_are_in_the_order_in_which_they_are_drawn():
    names = [f"word{number} " for number in range(9)]
    for some in (names, names[::-1]):
        (line,) = lines_of([Piece(name, 40, 100, 10, 90, drawn=number) for number, name in enumerate(some)])
        assert line.text == "".join(some)
