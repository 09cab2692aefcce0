"""What brackets beside a name or an item say of a change: 【追加】, （新規）, ［新］."""

from __future__ import annotations

import re

_CHANGE = r"(?:今回|新たに)?、?(?:新設|追加|新規)(?:する|した)?(?:の?(?:情報)?項目|分)?"
CHANGE_NOTE = re.compile(
    rf"^[(（【\[〔]?{_CHANGE}[)）】\]〕][ 　]?|[(（【\[〔]{_CHANGE}[)）】\]〕]$"
    r"|^[【\[［〔](?:新|追|NEW)[】\]］〕][ 　]?|[【\[［〔](?:新|追|NEW)[】\]］〕]$"
)
