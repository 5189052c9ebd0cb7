"""Reviewing what the loader proposed: what waits, in which words, and what an answer changes in which files."""

from sourcebook.reviewing.answers import UnfitError
from sourcebook.reviewing.changes import ChangedMeanwhileError
from sourcebook.reviewing.proposals import Proposal, Wanted, proposals, split_place
from sourcebook.reviewing.session import BrokenError, Session
from sourcebook.reviewing.words import Passage, how_said, in_words, passage

__all__ = [
    "BrokenError",
    "ChangedMeanwhileError",
    "Passage",
    "Proposal",
    "Session",
    "UnfitError",
    "Wanted",
    "how_said",
    "in_words",
    "passage",
    "proposals",
    "split_place",
]
