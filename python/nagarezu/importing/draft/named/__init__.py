"""Who and what is named beside the lists: partners, systems, items and measures."""
