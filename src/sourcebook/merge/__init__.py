"""What was proposed before, what people made of it, and what is proposed now -> edits of the files."""

from sourcebook.merge.plan import Counts, Edit, Plan, merge

__all__ = ["Counts", "Edit", "Plan", "merge"]
