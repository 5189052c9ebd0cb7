"""The quotes at the foot of a page, each once, however many facts rest on it."""

from sourcebook.model.facts import Citation
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.markup import attribute, link, page_url, plain, relative, text_fragment
from sourcebook.render.pages import article_uri
from sourcebook.render.words import attribution


class Footnotes:
    """Collects the citations of one page and numbers them in the order of first use."""

    def __init__(self, kb: KnowledgeBase, base: str) -> None:
        self._kb = kb
        self._base = base
        self._numbers: dict[tuple[object, ...], tuple[int, Citation]] = {}

    def mark(self, citation: Citation) -> str:
        """The footnote's mark, in Markdown."""
        key = (citation.source, citation.quote, citation.locator, citation.by, citation.stance)
        number, _ = self._numbers.setdefault(key, (len(self._numbers) + 1, citation))
        return f"[^{number}]"

    def definitions(self) -> str:
        """The footnotes, in Markdown."""
        return "".join(f"[^{number}]: {self._words(citation)}\n" for number, citation in self._numbers.values())

    def _words(self, citation: Citation) -> str:
        article = self._kb.articles.get(citation.source)
        said = attribution(self._kb, citation, self._base)
        if article is None:
            return f"{plain(citation.source)}. {said}."
        if not citation.quote:
            where = f", {plain(citation.locator)}" if citation.locator else ""
            return f"{link(plain(article.name), article_uri(article), self._base)}{where}. {said}."
        return f"<q>{plain(citation.quote)}</q> {said}. {quote_link(self._kb, citation, self._base, 'Show in the article')}"


def quote_link(kb: KnowledgeBase, citation: Citation, base: str, words: str) -> str:
    """A link to the sentence that is quoted; browsers that can highlight the very words do."""
    article = kb.articles[citation.source]
    spans = kb.spans(citation)
    target = relative(page_url(article_uri(article)), base)
    if not spans:
        return f'<a class="sb-show" href="{attribute(target)}">{plain(words)}</a>'
    sentence = article.sentence_at(spans[0].start)
    exact = text_fragment(spans[0].of(article.text or ""))
    return f'<a class="sb-show" href="{attribute(target)}#s{sentence}{attribute(exact)}">{plain(words)}</a>'
