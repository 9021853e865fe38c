"""Time in: whoever is due is woken."""
