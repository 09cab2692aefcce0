"""What stands beside a name: a change (【追加】, （新規）, ［新］), or that it was agreed to."""

from __future__ import annotations

import re

_CHANGE = r"(?:今回|新たに)?、?(?:新設|追加|新規)(?:する|した)?(?:の?(?:情報)?項目|分)?"
CHANGE_NOTE = re.compile(
    rf"^[(（【\[〔]?{_CHANGE}[)）】\]〕][ 　]?|[(（【\[〔]{_CHANGE}[)）】\]〕]$"
    r"|^[【\[［〔](?:新|追|NEW)[】\]］〕][ 　]?|[【\[［〔](?:新|追|NEW)[】\]］〕]$"
)
# 株式会社甲（監視）　市の承諾済み: what is said of a name behind it
SAID_OF_IT = re.compile(
    r"(?<=.{2})(?:(?<=[)）])[ \u3000]*|[ \u3000]+)"
    r"(?=[^()（）]{0,24}(?:承諾|承認|同意|許可|届出|届け出|契約|予定)(?:済み?|し(?:た|ている)|を(?:得|受け)"
    r"(?:た|ている|る|て[^()（）]{0,8})(?:もの)?|する|による|制)?(?:[)）。]|$))"
)
