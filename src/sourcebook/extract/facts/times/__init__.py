"""Whether what a text tells of has happened: by the verbs, the nouns and the days of its clauses, and by the whole article."""
