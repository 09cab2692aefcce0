"""What a person decides about one value, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nagarezu.languages import Text

# In a reason: what stands between its parts, and what the comment of a person begins with.
BETWEEN = "／"
COMMENT = "確認者："

Action = Literal["confirm", "correct", "reject", "remove", "remark"]
ACTIONS: dict[Action, Text] = {
    "confirm": Text("確認", "confirm"),
    "correct": Text("訂正", "correct"),
    "reject": Text("却下", "reject"),
    "remove": Text("要素ごと却下", "reject entity"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `key` is that of a Value; `remove` takes that of an entity as well.

    `confirm`: the value is right. `correct`: it is `value` instead. `reject`: it is unknown.
    `remove`: the entity is none and goes. `remark`: only `comment` is kept. `at` is where the
    decision was written (`sheet!cell`), for messages; `note` goes into the reason as it is.
    """

    key: str
    action: Action
    value: Any = None
    comment: str = ""
    at: str = ""
    note: str = ""
