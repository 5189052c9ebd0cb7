"""Models of others: a real spaCy pipeline trained here, a model that behaves like GLiNER, and an endpoint that misbehaves."""

import json
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sourcebook.diagnostics import SourcebookError
from sourcebook.extract.adapters import gliner, llm, made, read_with
from sourcebook.extract.adapters.llm_client import Client, client
from sourcebook.extract.document import Document
from sourcebook.project import empty_knowledge
from sourcebook.read.text import article_of
from tests.conftest import run_cli

KEY = "sk-very-secret-0123456789"
TEXT = (
    "Foreign Minister Anna Lindqvist visited Lisbon on 14 May 2024.\n\nThe Zorblat signed the Quonset paper with Norway there.\n\n"
    "“We have waited eleven years for this day to come,” Lindqvist said.\n"
)


def article(text=TEXT):
    return article_of(text, "visit.txt", "visit")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """A spaCy pipeline that knows one thing: Zorblat is an organization."""
    import spacy
    from spacy.training import Example

    random.seed(1)
    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    verbs = ["signed", "met", "left", "praised", "joined", "opened", "funded", "visited"]
    samples = []
    for verb in verbs:
        for text, name in ((f"The Zorblat {verb} the paper there.", "Zorblat"), (f"Then Zorblat {verb} it.", "Zorblat")):
            start = text.index(name)
            samples.append(Example.from_dict(nlp.make_doc(text), {"entities": [(start, start + len(name), "ORG")]}))
        samples.append(Example.from_dict(nlp.make_doc(f"The minister {verb} the house."), {"entities": []}))
    optimizer = nlp.initialize(lambda: samples)
    for _ in range(25):
        random.shuffle(samples)
        nlp.update(samples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return folder


def names(proposals, kind):
    return {each.name for each in proposals.entities if each.type == kind}


def test_a_spacy_pipeline_adds_what_the_rules_do_not_know(pipeline):
    alone = read_with(article(), empty_knowledge(), frozenset(), [])
    both = read_with(article(), empty_knowledge(), frozenset(), [f"spacy:{pipeline}"])
    assert "Zorblat" not in names(alone, "organization")
    assert "Zorblat" in names(both, "organization")
    assert names(alone, "person") <= names(both, "person")


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("spacy:no_such_pipeline", "cannot load"),
        ("spacy:", "Name a pipeline"),
        ("gliner:no/such/folder", "pip install"),
        ("what:ever", "No model adapter"),
        ("llm:", "Name a model"),
    ],
)
def test_a_model_that_is_not_there_says_what_to_do(spec, words):
    with pytest.raises(SourcebookError, match=words):
        made(spec)


class Cutting:
    """Like GLiNER: finds names, but cuts what is longer than its window without a word."""

    limit = 200

    def predict_entities(self, text, labels, threshold):
        assert 0 < threshold < 1
        seen = " ".join(text.split()[: self.limit])
        found = []
        for word in ("Zorblat", "Quonset"):
            at = text.find(word)
            while at >= 0 and word in seen:
                found.append({"start": at, "end": at + len(word), "text": word, "label": labels[2], "score": 0.9})
                at = text.find(word, at + 1)
        found.append({"start": 0, "end": 5, "text": "never", "label": labels[0], "score": 0.99})
        return found


def test_gliner_reads_to_the_end_of_a_long_text():
    text = ("word " * 1000) + "The Zorblat came late. " + ("word " * 500) + "And Quonset last."
    found = list(gliner.recogniser(Cutting())(Document(article(text))))
    assert [(each.name, each.type) for each in found] == [("Zorblat", "organization"), ("Quonset", "organization")]
    assert all(each.span.of(text) == each.name for each in found)


def test_windows_cover_a_text_and_overlap():
    text = "a " * 1000
    spans = list(gliner.windows(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())
    assert all(later[0] < earlier[1] for earlier, later in zip(spans, spans[1:], strict=False))
    assert all(len(text[start:end].split()) <= gliner.WINDOW for start, end in spans)


GOOD = {
    "entities": [
        {"name": "Anna Lindqvist", "type": "person"},
        {"name": "Zorblat", "type": "organization"},
        {"name": "Norway", "type": "place"},
        {"name": "Maja Holm", "type": "person"},
        {"name": "Lisbon", "type": "spaceship"},
        "no record",
    ],
    "facts": [
        {
            "subject": "Zorblat",
            "property": "cooperates_with",
            "value": "Norway",
            "quote": "The Zorblat signed the Quonset paper with Norway there.",
            "speaker": "",
            "stance": "fact",
        },
        {
            "subject": "Zorblat",
            "property": "cooperates_with",
            "value": "Norway",
            "quote": "The Zorblat loves Norway dearly.",
            "speaker": "",
            "stance": "fact",
        },
        {
            "subject": "Maja Holm",
            "property": "met",
            "value": "Anna Lindqvist",
            "quote": "Foreign Minister Anna Lindqvist visited Lisbon on 14 May 2024.",
            "speaker": "",
            "stance": "fact",
        },
        {
            "subject": "Norway",
            "property": "degree",
            "value": "x",
            "quote": "The Zorblat signed the Quonset paper with Norway there.",
            "speaker": "",
            "stance": "fact",
        },
        {"subject": "Anna Lindqvist", "property": "no_such", "value": "Norway", "quote": "x", "speaker": "", "stance": "fact"},
    ],
    "quotations": [
        {"words": "We have waited eleven years for this day to come,", "speaker": "Anna Lindqvist"},
        {"words": "I never said this at all", "speaker": "Norway"},
    ],
}


@pytest.fixture
def endpoint():
    """An OpenAI-compatible endpoint on loopback that answers as it is told: a queue of (status, headers, body, seconds to wait)."""
    queue, seen = [], []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append((self.headers.get("Authorization"), body))
            status, headers, content, wait = queue.pop(0) if len(queue) > 1 else queue[0]
            time.sleep(wait)
            raw = (
                content
                if isinstance(content, bytes)
                else json.dumps(
                    {"choices": [{"message": {"content": content}}], "usage": {"prompt_tokens": 100, "completion_tokens": 20}}
                ).encode()
            )
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(raw)
            except OSError:
                pass

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False  # closing then waits for them, so that no socket is left open
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.queue, server.seen = queue, seen
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield server
    server.shutdown()
    server.server_close()


def ok(content, wait=0.0):
    return (200, {}, content if isinstance(content, str) else json.dumps(content), wait)


def asking(endpoint, tmp_path, **changes):
    waited = []
    settings = {
        "url": endpoint.url,
        "model": "test-1",
        "key": KEY,
        "cache": tmp_path / "cache",
        "timeout": 5.0,
        "prices": (1.0, 2.0),
        "sleep": waited.append,
    }
    asked = Client(**(settings | changes))
    return asked, waited


def test_only_what_stands_in_the_text_is_kept(endpoint, tmp_path, capsys):
    endpoint.queue.append(ok(GOOD))
    asked, _ = asking(endpoint, tmp_path)
    found = llm.read(article(), empty_knowledge(), asked)
    assert {each.name for each in found.entities} == {"Anna Lindqvist", "Zorblat", "Norway"}
    assert [(each.subject, each.property, each.value, each.unsure) for each in found.facts] == [
        ("zorblat", "cooperates_with", "norway", llm.UNSURE)
    ]
    assert [(each.span.of(TEXT), each.speaker) for each in found.quotations] == [
        ("We have waited eleven years for this day to come,", "anna-lindqvist")
    ]
    # The made-up quote, the example's person and her fact, the type and the properties that do not exist, the invented quotation.
    assert found.dropped == 7
    said = capsys.readouterr().err
    assert "100 tokens read, 20 written, 0.0001 at the prices given" in said
    assert endpoint.seen[0][0] == f"Bearer {KEY}"
    assert endpoint.seen[0][1]["response_format"]["type"] == "json_schema"


def test_an_answer_is_remembered_and_gives_the_same_again(endpoint, tmp_path):
    endpoint.queue.append(ok(GOOD))
    first = llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
    second = llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
    assert first == second
    assert len(endpoint.seen) == 1


def test_cut_off_json_is_asked_for_again_and_once_only(endpoint, tmp_path):
    endpoint.queue += [ok(json.dumps(GOOD)[:120]), ok(GOOD)]
    for _ in range(2):
        found = llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
        assert len(found.facts) == 1
    assert len(endpoint.seen) == 2


def test_a_part_that_stays_broken_is_left_out_and_said(endpoint, tmp_path, capsys):
    endpoint.queue.append(ok("I am sorry, {"))
    found = llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
    assert found.facts == ()
    assert "1 part of the text failed" in capsys.readouterr().err


def test_too_many_requests_are_waited_for(endpoint, tmp_path):
    endpoint.queue += [(429, {"Retry-After": "7"}, b"{}", 0), (503, {}, b"", 0), ok(GOOD)]
    asked, waited = asking(endpoint, tmp_path)
    assert llm.read(article(), empty_knowledge(), asked).facts
    assert waited == [7.0, 2.0]


@pytest.mark.parametrize(
    ("header", "wait"), [("7.5", 7.5), ("1e9", 60.0), ("soon", 1.0), ("²", 1.0), ("-3", 1.0), ("Wed, 21 Oct 2099 07:28:00 GMT", 60.0), ("nan", 1.0)]
)  # fmt: skip
def test_how_long_to_wait(endpoint, tmp_path, header, wait):
    endpoint.queue += [(429, {"Retry-After": header.encode().decode("latin-1")}, b"{}", 0), ok(GOOD)]
    asked, waited = asking(endpoint, tmp_path)
    assert llm.read(article(), empty_knowledge(), asked).facts
    assert waited == [wait]


def test_an_endpoint_that_knows_no_schemas_is_asked_without(endpoint, tmp_path):
    endpoint.queue += [(400, {}, b'{"error": "response_format is not supported"}', 0), ok(GOOD)]
    asked, waited = asking(endpoint, tmp_path)
    assert llm.read(article(), empty_knowledge(), asked).facts
    assert (waited, sorted(endpoint.seen[1][1])) == ([], ["messages", "model"])
    endpoint.queue[:] = [(400, {}, b"", 0)]
    with pytest.raises(SourcebookError, match="refused: 400"):
        llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path, cache=None)[0])


@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", "<think>The Zorblat …</think>\nHere it is: {} That is all."])
def test_json_is_found_in_what_a_model_says(endpoint, tmp_path, around):
    endpoint.queue.append(ok(around.replace("{}", json.dumps(GOOD))))
    assert len(llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0]).facts) == 1


def test_an_answer_without_an_end_is_given_up(endpoint, tmp_path, monkeypatch):
    monkeypatch.setattr("sourcebook.extract.adapters.llm_client.MAX_ANSWER", 10_000)
    endpoint.queue.append((200, {}, b" " * 20_000, 0))
    with pytest.raises(SourcebookError, match="cannot be read"):
        llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])


def test_an_endpoint_that_is_not_there_is_said(tmp_path):
    asked = Client(url="http://127.0.0.1:9/v1", model="m", sleep=lambda _: None)
    with pytest.raises(SourcebookError, match="cannot be reached"):
        llm.read(article(), empty_knowledge(), asked)


def test_an_endpoint_that_never_answers_is_given_up(endpoint, tmp_path):
    endpoint.queue.append(ok(GOOD, wait=2))
    asked, waited = asking(endpoint, tmp_path, timeout=0.2)
    with pytest.raises(SourcebookError, match="no answer in time"):
        llm.read(article(), empty_knowledge(), asked)
    assert len(waited) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"not json", b"{}", b"[]", b"null", b'{"choices": []}', b'{"choices": {"0": 1}}', b'{"choices": [null]}', b"\xff\xfe",
        b'{"choices": [{"message": {"content": null}}]}', b"[" * 200_000, b"<html><body>502</body></html>",
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_no_traceback(endpoint, tmp_path, body):
    endpoint.queue.append((200, {}, body, 0))
    with pytest.raises(SourcebookError, match="cannot be read"):
        llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])


@pytest.mark.parametrize("usage", [[], "much", {"prompt_tokens": "7"}, {"prompt_tokens": 1e999}, {"prompt_tokens": -5}])
def test_tokens_that_are_not_told_are_not_counted(endpoint, tmp_path, usage):
    body = {"choices": [{"message": {"content": json.dumps(GOOD)}}], "usage": usage}
    endpoint.queue.append((200, {}, json.dumps(body).encode(), 0))
    asked, _ = asking(endpoint, tmp_path)
    assert llm.read(article(), empty_knowledge(), asked).facts
    assert (asked.read, asked.written) == (0, 0)


def test_each_article_is_told_what_it_took(endpoint, tmp_path, capsys):
    endpoint.queue.append(ok(GOOD))
    asked, _ = asking(endpoint, tmp_path)
    for more in ("", "And more."):
        llm.read(article(TEXT + more), empty_knowledge(), asked)
        assert "100 tokens read, 20 written, 0.0001 at" in capsys.readouterr().err


def test_what_is_too_little_or_too_much_for_a_fact_is_dropped(endpoint, tmp_path):
    fact = {"subject": "Zorblat", "property": "cooperates_with", "value": "Norway", "speaker": "", "stance": "fact"}
    entities = [{"name": "Zorblat", "type": "organization"}, {"name": "Norway", "type": "place"}, {"name": ",", "type": "person"}]
    text = "Zorblat, as ever, met Norway. " + " ".join(f"Word{number}" for number in range(200))
    quotes = ["as", text, "\ud800", "Zorblat,\u202e as ever, met Norway."]
    endpoint.queue.append(
        ok({"entities": entities, "facts": [fact | {"quote": each} for each in quotes], "quotations": [{"words": "as", "speaker": ""}]})
    )
    found = llm.read(article(text), empty_knowledge(), asking(endpoint, tmp_path)[0])
    assert [each.quote for each in found.without_controls().facts] == ["Zorblat, as ever, met Norway."]
    assert {each.name for each in found.entities} == {"Zorblat", "Norway"}
    assert found.quotations == ()


def test_a_redirect_does_not_carry_the_key_away(endpoint, tmp_path):
    endpoint.queue.append((307, {"Location": endpoint.url + "/elsewhere"}, b"", 0))
    with pytest.raises(SourcebookError, match="307"):
        llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
    assert len(endpoint.seen) == 1


def test_the_key_is_nowhere(endpoint, tmp_path, capsys):
    endpoint.queue += [ok(GOOD), (401, {}, b"", 0)]
    asked, _ = asking(endpoint, tmp_path)
    llm.read(article(), empty_knowledge(), asked)
    with pytest.raises(SourcebookError) as error:
        llm.read(article(TEXT + "\n\nAnd more of it."), empty_knowledge(), asked)
    said = capsys.readouterr()
    kept = "".join(each.read_text("utf-8") for each in (tmp_path / "cache").iterdir())
    assert "SOURCEBOOK_LLM_KEY" in str(error.value)
    assert KEY not in str(error.value) + said.out + said.err + kept + repr(asked)


def test_the_key_is_not_told_though_the_endpoint_repeats_it(endpoint, tmp_path, capsys):
    endpoint.queue.append(ok(json.dumps(GOOD | {"entities": [*GOOD["entities"], {"name": KEY, "type": "person"}]})))
    llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path)[0])
    for status in (401, 500):
        endpoint.queue[:] = [(status, {"Retry-After": KEY}, KEY.encode(), 0)]
        url = endpoint.url.replace("http://", f"http://user:{KEY}@") + f"?key={KEY}"
        for address in (endpoint.url, url):
            with pytest.raises(SourcebookError) as error:
                llm.read(article(), empty_knowledge(), asking(endpoint, tmp_path, cache=None, url=address)[0])
            assert KEY not in str(error.value)
    kept = "".join(each.read_text("utf-8") for each in (tmp_path / "cache").iterdir())
    assert KEY not in kept + "".join(capsys.readouterr())
    assert (tmp_path / "cache/.gitignore").is_file()


def test_a_key_goes_to_its_own_address_only(monkeypatch):
    for name in ("SOURCEBOOK_LLM_URL", "SOURCEBOOK_LLM_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SOURCEBOOK_LLM_URL", "http://127.0.0.1:9/v1")
    assert client("m").key == ""
    monkeypatch.setenv("SOURCEBOOK_LLM_KEY", " own\n")
    assert client("m").key == "own"
    monkeypatch.setenv("SOURCEBOOK_LLM_KEY", "ow\nn")
    with pytest.raises(SourcebookError, match="characters that no key has"):
        client("m")
    monkeypatch.delenv("SOURCEBOOK_LLM_URL")
    monkeypatch.delenv("SOURCEBOOK_LLM_KEY")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert client("m").key == KEY


def test_an_article_for_which_the_model_fails_costs_only_itself(endpoint, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("Lisbon", "Oslo"), encoding="utf-8")
    endpoint.queue += [(500, {"Retry-After": "0.01"}, b"", 0)] * 4 + [ok(GOOD)]
    assert run_cli("init", tmp_path / "kb").returncode == 0
    env = {"SOURCEBOOK_LLM_URL": endpoint.url, "SOURCEBOOK_LLM_KEY": KEY, "SOURCEBOOK_LLM_CACHE": "off"}
    done = run_cli("ingest", "-C", tmp_path / "kb", tmp_path / "a.txt", tmp_path / "b.txt", "--with", "llm:m", "--jobs", "1", env=env)
    assert done.returncode == 1
    assert "a.txt:1:1: error[unreadable]: The model's endpoint" in done.stderr
    assert [each.name for each in (tmp_path / "kb/content/articles").glob("[ab].md")] == ["b.md"]


def test_a_long_article_is_read_in_parts_that_overlap():
    text = "\n\n".join(f"Paragraph {number} " + "tells of Norway. " * 40 for number in range(40))
    parts = list(llm.chunks(article(text)))
    assert parts[0][0] == 0
    assert all(end - start <= llm.CHUNK for start, end in parts)
    assert all(later[0] < earlier[1] for earlier, later in zip(parts, parts[1:], strict=False))


def test_ingest_with_a_language_model_passes_the_check(endpoint, tmp_path):
    endpoint.queue.append(ok(GOOD))
    (tmp_path / "visit.txt").write_text(TEXT, encoding="utf-8")
    assert run_cli("init", tmp_path / "kb").returncode == 0
    env = {"SOURCEBOOK_LLM_URL": endpoint.url, "SOURCEBOOK_LLM_KEY": KEY, "SOURCEBOOK_LLM_CACHE": str(tmp_path / "cache")}
    done = run_cli("ingest", "-C", tmp_path / "kb", tmp_path / "visit.txt", "--with", "llm:test-1", env=env)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "kb/content/organizations/zorblat.yml").read_text("utf-8")
    assert "unsure: Read by a language model." in written
    checked = run_cli("check", "-C", tmp_path / "kb", "--no-warnings")
    assert checked.returncode == 0, checked.stdout
    assert KEY not in done.stdout + done.stderr
