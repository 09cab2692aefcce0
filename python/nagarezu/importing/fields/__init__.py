"""Fields: what a passage states, with the words and the rule that read it.

A field knows passages and rules; it knows no case. What cannot be read is left out by the field and
listed by the draft.
"""
