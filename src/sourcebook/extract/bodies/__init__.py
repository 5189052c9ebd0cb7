"""Organizations: states’ bodies, firms, clubs, military units."""
