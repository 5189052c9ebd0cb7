"""Areas of cooperation: the fields in which states and bodies deal with each other."""
