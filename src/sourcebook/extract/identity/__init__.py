"""Which mentions mean the same, and what the knowledge base knows of it."""
