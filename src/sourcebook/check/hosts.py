"""Findings in the forms that hosts of repositories take: GitHub's annotations, GitLab's code quality, SARIF. Pure."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from sourcebook import HOME, __version__
from sourcebook.check.explained import pages
from sourcebook.check.report import summary, worst_first
from sourcebook.diagnostics import CODES, Diagnostic, Severity

MOST_ANNOTATIONS = 10
"""Annotations of one kind that GitHub shows of a step; the others only stand in its log."""
EXPLAINED = f"{HOME}/blob/main/src/sourcebook/check/explain.md"
_GITLAB_SEVERITY: Mapping[Severity, str] = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def github_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """GitHub's workflow commands, which become annotations of a pull request: the worst first, and a count.

    Those that GitHub will not show at their lines name their place in their words, for whoever reads the log.
    """
    shown: Counter[Severity] = Counter()
    for each in worst_first(findings):
        shown[each.severity] += 1
        place = each.place
        where = f"file={_property(place.path)},line={place.line},col={place.column},endColumn={place.column + place.width}"
        message = _said(each) if shown[each.severity] <= MOST_ANNOTATIONS else f"{place}: {_said(each)}"
        yield f"::{each.severity} {where},title={_property(each.code)}::{_words(message)}"
    if findings:
        yield f"::notice title=sourcebook::{_words(summary(findings))}"


def _words(text: str) -> str:
    for mark, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(mark, code)
    return text


def _property(text: str) -> str:
    return _words(text).replace(":", "%3A").replace(",", "%2C")


def gitlab_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """GitLab's code quality report, a JSON list in a form of Code Climate."""
    found = [
        {
            "description": _said(each),
            "check_name": each.code,
            "fingerprint": mark,
            "severity": _GITLAB_SEVERITY[each.severity],
            "location": {"path": each.place.path, "lines": {"begin": each.place.line}},
        }
        for each, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    yield json.dumps(found, ensure_ascii=False, indent=1)


def sarif_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """SARIF 2.1.0 (OASIS), for code scanning: every rule with its page, columns in code points."""
    number = {code: at for at, code in enumerate(CODES)}
    results = [
        {
            "ruleId": each.code,
            "ruleIndex": number[each.code],
            "level": each.severity.value,
            "message": {"text": _said(each)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(each.place.path, errors="surrogateescape")},
                        "region": _region(each),
                    }
                }
            ],
            "partialFingerprints": {"sourcebook/v1": mark},
        }
        for each, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "sourcebook", "version": __version__, "semanticVersion": __version__, "informationUri": HOME}
    run = {
        "tool": {"driver": {**driver, "rules": [_rule(code, severity) for code, severity in CODES.items()]}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1)


def _region(each: Diagnostic) -> dict[str, int]:
    return {"startLine": each.place.line, "startColumn": each.place.column, "endColumn": each.place.column + each.place.width}


def _rule(code: str, severity: Severity) -> dict[str, Any]:
    page = pages()[code]
    meaning = page.partition("\n\n")[0]
    return {
        "id": code,
        "shortDescription": {"text": f"{meaning.partition('. ')[0].rstrip('.')}."},
        "fullDescription": {"text": meaning},
        "help": {"text": page, "markdown": page},
        "helpUri": f"{EXPLAINED}#{code}",
        "defaultConfiguration": {"level": severity.value},
        "properties": {"precision": "very-high" if severity is Severity.ERROR else "medium", "problem.severity": severity.value},
    }


def _said(each: Diagnostic) -> str:
    """What is wrong and what to do, as sentences."""
    return f"{each.message}{'' if each.message.endswith(('.', '!', '?')) or not each.help else '.'} {each.help}".strip()


def fingerprints(findings: Sequence[Diagnostic]) -> list[str]:
    """A mark for each finding that stays when lines move, so that hosts know it again: a hash of its code, file and words.

    Findings that agree in these are numbered in the order given.
    """
    seen: Counter[str] = Counter()
    marks = []
    for each in findings:
        words = re.sub(r"\bline [\d,]+", "line", each.message)
        mark = hashlib.sha256(f"{each.code}\0{each.place.path}\0{words}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks
