"""One comment on a pull request of GitHub or a merge request of GitLab, renewed at every run."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

from sourcebook.diagnostics import SourcebookError

_PAGE = 100
_MOST_PAGES = 50
_PATIENCE = 30.0
"""Seconds to wait for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments of one pull request, and who asks for them.

    Attributes:
        comments: the address under which the host lists them and takes new ones.
        comment: the address of one of them, with `{}` for its number.
        header: what carries the token, and the token.
        change: the method that changes a comment.
        limit: how many characters one holds.
        log: the address at which people read what the run said; "" if it is not known.
        me: the address at which the host says whose token it is; "" where a comment says whether a program wrote it.
    """

    comments: str
    comment: str
    header: tuple[str, str] | None = field(repr=False)
    change: str
    limit: int
    log: str
    me: str = ""


class RefusedError(Exception):
    """The host does not take the comment. The message says why, in words that end a sentence."""


def thread_of(env: Mapping[str, str]) -> Thread:
    """The pull request for which GitHub Actions or GitLab CI runs us, as their variables tell.

    Raises:
        SourcebookError: If they tell of none.
    """
    pull = re.fullmatch(r"refs/pull/(\d+)/merge", env.get("GITHUB_REF", ""))
    if pull and env.get("GITHUB_REPOSITORY"):
        token, repository = env.get("GITHUB_TOKEN", ""), env["GITHUB_REPOSITORY"]
        base = f"{_web(env, 'GITHUB_API_URL')}/repos/{repository}/issues"
        run = f"{env.get('GITHUB_SERVER_URL', '')}/{repository}/actions/runs/{env.get('GITHUB_RUN_ID', '')}"
        return Thread(
            comments=f"{base}/{pull[1]}/comments",
            comment=f"{base}/comments/{{}}",
            header=("Authorization", f"Bearer {token}") if token else None,
            change="PATCH",
            limit=65_536,
            log=run if env.get("GITHUB_RUN_ID") else "",
        )
    if env.get("CI_MERGE_REQUEST_IID") and env.get("CI_PROJECT_ID"):
        token, api = env.get("SOURCEBOOK_TOKEN", ""), _web(env, "CI_API_V4_URL")
        base = f"{api}/projects/{env['CI_PROJECT_ID']}/merge_requests/{env['CI_MERGE_REQUEST_IID']}/notes"
        return Thread(
            comments=base,
            comment=f"{base}/{{}}",
            header=("PRIVATE-TOKEN", token) if token else None,
            change="PUT",
            limit=1_000_000,
            log=env.get("CI_JOB_URL", ""),
            me=f"{api}/user",
        )
    msg = "There is no pull request to comment on: this runs in pipelines of pull requests, by GitHub Actions or GitLab CI"
    raise SourcebookError(msg)


def _web(env: Mapping[str, str], name: str) -> str:
    url = env.get(name, "").rstrip("/")
    if not url.startswith(("https://", "http://")):
        msg = f"{name} is no web address: {url[:80]!r}"
        raise SourcebookError(msg)
    return url


def put(thread: Thread, name: str, parts: Sequence[str]) -> str:
    """Writes the comment of a name, or renews it, and says where it stands ("" if the host does not).

    Raises:
        RefusedError: If the host does not let us, or cannot be reached.
    """
    if thread.header is None:
        msg = "there is no token"
        raise RefusedError(msg)
    mark = f"<!-- sourcebook {re.sub('[^a-z0-9]+', '-', name.lower())} -->"
    body = {"body": fitting(mark, parts, thread)}
    there = next(_ours(thread, mark), None)
    if there is None:
        return _address(_asked(thread, "POST", thread.comments, body))
    return _address(_asked(thread, thread.change, thread.comment.format(there), body))


def fitting(mark: str, parts: Sequence[str], thread: Thread) -> str:
    """The text of a comment: the parts that fit, and a sentence for each that does not."""
    where = f"[the run]({thread.log})" if thread.log else "the run"
    stands = f"A part of this report is too long for a comment and stands in {where}."
    body = mark
    for part in parts:
        text = part.strip()
        fits = len(body) + len(text) + len(stands) * len(parts) < thread.limit
        body += f"\n\n{text if fits else stands}" if text else ""
    return f"{body}\n"


def _ours(thread: Thread, mark: str) -> Iterator[int]:
    """The numbers of comments that begin with the mark and that a program wrote: people's are never touched."""
    me = dict(_asked(thread, "GET", thread.me)).get("id") if thread.me else None
    for page in range(1, _MOST_PAGES + 1):
        found = _asked(thread, "GET", f"{thread.comments}?per_page={_PAGE}&page={page}")
        if not isinstance(found, list):
            msg = "the host's list of comments cannot be read"
            raise RefusedError(msg)
        for each in found:
            author = each.get("author") or each.get("user") or {}
            own = author.get("id") == me if thread.me else author.get("type") == "Bot"
            if own and str(each.get("body")).startswith(mark):
                yield int(each["id"])
        if len(found) < _PAGE:
            return


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the token to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _asked(thread: Thread, method: str, url: str, body: Mapping[str, str] | None = None) -> Any:
    headers = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "sourcebook"}
    headers |= dict([thread.header] if thread.header else [])
    raw = json.dumps(body).encode() if body else None
    # Only http and https get here: `thread_of` refuses the rest.
    request = urllib.request.Request(url, data=raw, headers=headers, method=method)  # noqa: S310
    try:
        with _OPENER.open(request, timeout=_PATIENCE) as response:
            return json.loads(response.read())
    except urllib.error.HTTPError as error:
        error.close()
        may = "; the token may not write comments" if error.code in {401, 403, 404} else ""
        msg = f"the host answered {error.code} {error.reason}{may}"
        raise RefusedError(msg) from None
    except (OSError, HTTPException, ValueError) as error:
        msg = f"the host gave no answer that can be read ({type(error).__name__})"
        raise RefusedError(msg) from None


def _address(answer: Any) -> str:
    return str(answer.get("html_url", "")) if isinstance(answer, dict) else ""
