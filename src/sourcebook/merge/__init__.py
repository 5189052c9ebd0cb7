"""What was proposed before, what people made of it, and what is proposed now -> edits of the files."""

from sourcebook.merge.known import Known
from sourcebook.merge.link import linked, prepared
from sourcebook.merge.plan import Counts, Edit, Plan, merge

__all__ = ["Counts", "Edit", "Known", "Plan", "linked", "merge", "prepared"]
