"""Columns that several tables of the catalogue have."""

from __future__ import annotations

from nagarezu.tables.spec import col

MATTER = col("matter", "件名", "Matter", words="matter")
HOLDER = col("holder", "保有者", "Holder", words="holder")
HOLDER_ID = col("holder", "保有者ID", "Holder id", paper=False)
ITEM_ID = col("item", "項目ID", "Item id", paper=False)
PARTY = col("party", "当事者", "Party", words="party")
LAYER = col("layer", "区分", "Layer", words="layer")
SOURCE = col("source", "出典", "Source")
CATEGORIES = col("categories", "対策の分類", "Categories", words="category*")
