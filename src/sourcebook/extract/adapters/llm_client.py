"""One question to an OpenAI-compatible endpoint: retried, counted, and remembered on disk."""

import hashlib
import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sourcebook.diagnostics import SourcebookError
from sourcebook.extract.adapters import ModelFailedError
from sourcebook.store.files import write_cached

ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds that a Retry-After may ask for."""
MAX_ANSWER = 8 * 1024 * 1024
"""Bytes; what a model says of a part of an article is far shorter."""
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_NOT_SO = frozenset({400, 415, 422})
"""What endpoints answer that do not know how to keep to a JSON Schema, or at which temperature to read."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


@dataclass(slots=True)
class Client:
    """Where to ask, and what it has cost so far.

    Attributes:
        url: the endpoint's base, such as https://api.openai.com/v1.
        key: sent as a bearer token; never shown, logged or stored.
        cache: the folder in which answers are kept, or None.
        timeout: seconds to wait for an answer.
        prices: for a million tokens read and written, in whatever currency; 0 if unknown.
        sleep: waits; replaced in tests.
        plain: whether the endpoint turned out to take nothing but the question.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    cache: Path | None = None
    timeout: float = 120.0
    prices: tuple[float, float] = (0.0, 0.0)
    sleep: Callable[[float], None] = time.sleep
    read: int = 0
    written: int = 0
    from_cache: int = 0
    plain: bool = False

    def cost(self, read: int, written: int) -> float:
        """What so many tokens cost at the prices given."""
        return (read * self.prices[0] + written * self.prices[1]) / 1_000_000

    def ask(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> str:
        """The text of the answer; that of an earlier run if it was remembered.

        Raises:
            ModelFailedError: If it does not answer in several attempts.
            SourcebookError: If it refuses. Neither names the key.
        """
        if kept := self._kept(messages, schema):
            try:
                answer = str(json.loads(kept.read_text("utf-8"))["answer"])
            except (ValueError, KeyError, TypeError, OSError):
                pass  # There is none, or a file that is no answer: it is asked for, and written over.
            else:
                self.from_cache += 1
                return answer
        answer = self._asked(messages, schema)
        # Whatever an endpoint says, the key goes nowhere.
        return answer.replace(self.key, "") if self.key else answer

    def remember(self, messages: list[dict[str, str]], schema: Mapping[str, Any], answer: str) -> None:
        """Keeps the answer to a question, once it turned out to be of use."""
        if kept := self._kept(messages, schema):
            write_cached(kept, json.dumps({"answer": answer}).encode())

    def _kept(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> Path | None:
        return self.cache / f"{hashlib.sha256(self._body(messages, schema)).hexdigest()}.json" if self.cache else None

    def _body(self, messages: list[dict[str, str]], schema: Mapping[str, Any], *, plain: bool = False) -> bytes:
        body: dict[str, Any] = {"model": self.model, "messages": messages}
        if not plain:
            form = {"type": "json_schema", "json_schema": {"name": "reading", "strict": True, "schema": schema}}
            body |= {"temperature": 0, "seed": 0, "response_format": form}
        return json.dumps(body, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")

    @property
    def _named(self) -> str:
        """The address without what may be secret in it."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    def _asked(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> str:
        wrong = ""
        for attempt in range(ATTEMPTS):
            wait = 2.0**attempt
            try:
                return self._once(self._body(messages, schema, plain=self.plain))
            except urllib.error.HTTPError as error:
                error.close()
                wrong = f"it answered {error.code}"
                if error.code in _NOT_SO and not self.plain:
                    self.plain = True
                    continue
                if error.code not in _AGAIN:
                    raise SourcebookError(self._refused(error.code)) from None
                wait = _asked_to_wait(error.headers.get("Retry-After", "")) or wait
            except (OSError, HTTPException) as error:
                reason = error.reason if isinstance(error, urllib.error.URLError) else error
                wrong = "it gave no answer in time" if isinstance(reason, TimeoutError) else _unreached(reason)
            except (ValueError, RecursionError) as error:
                wrong = f"its answer cannot be read ({type(error).__name__})"
            if attempt < ATTEMPTS - 1:
                self.sleep(wait)
        msg = f"The model's endpoint {self._named} failed {ATTEMPTS} times: {wrong}"
        raise ModelFailedError(msg) from None

    def _refused(self, code: int) -> str:
        # What the endpoint says itself may repeat the key.
        meaning = HTTPStatus(code).phrase if code in set(HTTPStatus) else ""
        hint = "Check SOURCEBOOK_LLM_KEY." if code in {401, 403} else "Check SOURCEBOOK_LLM_URL and the model's name."
        return f"The model's endpoint {self._named} refused: {code} {meaning}".rstrip() + f". {hint}"

    def _once(self, raw: bytes) -> str:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        # Only http and https get here: `client` refuses the rest.
        request = urllib.request.Request(f"{self.url.rstrip('/')}/chat/completions", data=raw, headers=headers, method="POST")  # noqa: S310
        with _OPENER.open(request, timeout=self.timeout) as response:
            answer = json.loads(_all_of(response, time.monotonic() + self.timeout))
        said = _in(_in(_in(_in(answer, "choices"), 0), "message"), "content")
        if not isinstance(said, str):
            msg = "an answer without a text"
            raise ValueError(msg)  # noqa: TRY004 (it is the endpoint's mistake, like one that is no JSON)
        usage = _in(answer, "usage")
        self.read += _tokens(_in(usage, "prompt_tokens"))
        self.written += _tokens(_in(usage, "completion_tokens"))
        return said


def _in(value: object, key: str | int) -> object:
    """What stands under a key of a record or at a place of a list, or None."""
    if isinstance(value, dict):
        return value.get(key)
    return value[key] if isinstance(value, list) and isinstance(key, int) and len(value) > key else None


def _tokens(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _all_of(response: HTTPResponse, until: float) -> bytes:
    """The body of a response, which may neither be endless nor trickle for ever."""
    raw = b""
    while more := response.read1(65536):
        raw += more
        if len(raw) > MAX_ANSWER:
            msg = "an answer without an end"
            raise ValueError(msg)
        if time.monotonic() > until:
            raise TimeoutError
    return raw


def _unreached(reason: object) -> str:
    said = reason.strerror if isinstance(reason, OSError) else ""
    return f"it cannot be reached ({said or type(reason).__name__})"


def _asked_to_wait(header: str) -> float:
    """The seconds of a Retry-After, which may be a number or a date; 0 if it says nothing."""
    try:
        wait = float(header)
    except ValueError:
        try:
            wait = parsedate_to_datetime(header).timestamp() - time.time()
        except (ValueError, TypeError, IndexError, OverflowError):
            return 0.0
    return min(LONGEST_WAIT, wait) if wait > 0 else 0.0


def client(model: str) -> Client:
    """The client that the environment describes: SOURCEBOOK_LLM_URL, _KEY, _PRICES ("0.15,0.60") and _CACHE (a folder, or "off").

    Raises:
        SourcebookError: If there is no URL, it is no web address, the key cannot be one, or the prices are no numbers.
    """
    # A key is for its own address: that of one service is not sent to another.
    own = os.environ.get("SOURCEBOOK_LLM_URL", "").strip()
    url = own or os.environ.get("OPENAI_BASE_URL", "").strip()
    key = (os.environ.get("SOURCEBOOK_LLM_KEY") or ("" if own else os.environ.get("OPENAI_API_KEY", ""))).strip()
    if not url.startswith(("https://", "http://")):
        msg = "Set SOURCEBOOK_LLM_URL to the base address of the endpoint, such as https://api.openai.com/v1"
        raise SourcebookError(msg)
    folder = os.environ.get("SOURCEBOOK_LLM_CACHE", ".sourcebook-cache/llm")
    try:
        first, _, second = os.environ.get("SOURCEBOOK_LLM_PRICES", "0,0").partition(",")
        prices = (float(first), float(second or 0))
    except ValueError:
        msg = "SOURCEBOOK_LLM_PRICES is two numbers: the price of a million tokens read, and of a million written, such as 0.15,0.60"
        raise SourcebookError(msg) from None
    if not (key.isascii() and key.isprintable()):
        msg = "SOURCEBOOK_LLM_KEY holds characters that no key has; set it anew"
        raise SourcebookError(msg)
    return Client(url=url, model=model, key=key, cache=None if folder == "off" else Path(folder), prices=prices)


def tell(client: Client, article: str, before: tuple[int, int, int], failed: int, dropped: int) -> None:
    """Says on stderr what a reading took.

    Args:
        client: that was asked.
        article: the id of what was read.
        before: tokens read and written and answers remembered, before the reading.
        failed: parts that are missing.
        dropped: statements whose words do not stand in the text.
    """
    read, written, kept = client.read - before[0], client.written - before[1], client.from_cache - before[2]
    cost = f", {client.cost(read, written):.4f} at the prices given" if any(client.prices) else ""
    more = f"; {failed} {'part' if failed == 1 else 'parts'} of the text failed" if failed else ""
    sys.stderr.write(
        f"{client.model} on {article}: {read:,} tokens read, {written:,} written{cost}, {kept} answers remembered; "
        f"{dropped} statements not grounded in the text were dropped{more}\n"
    )
