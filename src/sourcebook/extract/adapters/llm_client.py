"""One question to an OpenAI-compatible endpoint: retried, counted, and remembered on disk."""

import hashlib
import json
import os
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import SourcebookError

ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds that a Retry-After may ask for."""
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


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

    @property
    def cost(self) -> float:
        """What the tokens of this run cost at the prices given."""
        return (self.read * self.prices[0] + self.written * self.prices[1]) / 1_000_000

    def ask(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> str:
        """The text of the answer.

        Raises:
            SourcebookError: If the endpoint refuses, or does not answer in several attempts. Never names the key.
        """
        raw = self._body(messages, schema)
        kept = self.cache / f"{hashlib.sha256(raw).hexdigest()}.json" if self.cache else None
        if kept and kept.is_file():
            try:
                answer = str(json.loads(kept.read_text("utf-8"))["answer"])
            except (ValueError, KeyError, OSError):
                pass  # A file that is no answer is asked for anew and written over.
            else:
                self.from_cache += 1
                return answer
        answer = self._asked(raw)
        if kept:
            _keep(kept, answer)
        return answer

    def forget(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> None:
        """Removes an answer that turned out to be useless."""
        raw = self._body(messages, schema)
        if self.cache:
            (self.cache / f"{hashlib.sha256(raw).hexdigest()}.json").unlink(missing_ok=True)

    def _body(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> bytes:
        body = {
            "model": self.model,
            "temperature": 0,
            "seed": 0,
            "messages": messages,
            "response_format": {"type": "json_schema", "json_schema": {"name": "reading", "strict": True, "schema": schema}},
        }
        return json.dumps(body, sort_keys=True, ensure_ascii=False).encode()

    def _asked(self, raw: bytes) -> str:
        wrong = ""
        for attempt in range(ATTEMPTS):
            wait = 2.0**attempt
            try:
                return self._once(raw)
            except urllib.error.HTTPError as error:
                error.close()
                wrong = f"it answered {error.code}"
                if error.code not in _AGAIN:
                    hint = "Check SOURCEBOOK_LLM_KEY." if error.code in {401, 403} else "Check SOURCEBOOK_LLM_URL and the model's name."
                    msg = f"The model's endpoint {self.url} refused: {error.code} {error.reason}. {hint}"
                    raise SourcebookError(msg) from None
                asked = error.headers.get("Retry-After", "")
                wait = min(LONGEST_WAIT, float(asked)) if asked.replace(".", "", 1).isdigit() else wait
            except (OSError, HTTPException, ValueError, KeyError, IndexError, TypeError) as error:
                wrong = (
                    "it gave no answer in time"
                    if isinstance(error, TimeoutError)
                    else f"its answer cannot be read ({type(error).__name__})"
                )
            if attempt < ATTEMPTS - 1:
                self.sleep(wait)
        msg = f"The model's endpoint {self.url} failed {ATTEMPTS} times: {wrong}"
        raise SourcebookError(msg) from None

    def _once(self, raw: bytes) -> str:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        # Only http and https get here: `client` refuses the rest.
        request = urllib.request.Request(f"{self.url.rstrip('/')}/chat/completions", data=raw, headers=headers, method="POST")  # noqa: S310
        with _OPENER.open(request, timeout=self.timeout) as response:
            answer = json.loads(response.read())
        usage = answer.get("usage") or {}
        self.read += int(usage.get("prompt_tokens") or 0)
        self.written += int(usage.get("completion_tokens") or 0)
        return str(answer["choices"][0]["message"]["content"])


def _keep(path: Path, answer: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        json.dump({"answer": answer}, file, ensure_ascii=False)
    Path(file.name).replace(path)


def client(model: str) -> Client:
    """The client that the environment describes: SOURCEBOOK_LLM_URL, _KEY, _PRICES ("0.15,0.60") and _CACHE (a folder, or "off").

    Raises:
        SourcebookError: If there is no URL, it is no web address, or the prices are no numbers.
    """
    url = os.environ.get("SOURCEBOOK_LLM_URL") or os.environ.get("OPENAI_BASE_URL", "")
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
    key = os.environ.get("SOURCEBOOK_LLM_KEY") or os.environ.get("OPENAI_API_KEY", "")
    return Client(url=url, model=model, key=key, cache=None if folder == "off" else Path(folder), prices=prices)


def tell(client: Client, article: str, failed: int, dropped: int) -> None:
    """Says on stderr what a reading took."""
    cost = f", {client.cost:.4f} at the prices given" if any(client.prices) else ""
    more = f"; {failed} parts failed" if failed else ""
    sys.stderr.write(
        f"{client.model} on {article}: {client.read:,} tokens read, {client.written:,} written{cost}, "
        f"{client.from_cache} answers remembered; "
        f"{dropped} statements not grounded in the text were dropped{more}\n"
    )
