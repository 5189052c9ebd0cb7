"""Who belongs to a body, and what is a part of one."""
