"""Which words name an outlet: a newspaper, agency, broadcaster or site that an article credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.words import words
from summarizer.model import Span

if TYPE_CHECKING:
    from summarizer.attribution.reading import Reading

KNOWN = words(
    """
    ap reuters afp upi bloomberg bbc cnn nbc abc cbs npr pbs msnbc cnbc politico axios vox wsj dpa tass
    xinhua interfax ansa efe pti ani kyodo yonhap aljazeera al-jazeera buzzfeed huffpost breitbart semafor
    propublica propaganda espn itv rte cbc euronews dw rt variety billboard newsweek time forbes fortune
    wired slate salon quartz vice
    """
)
ENDING = re.compile(
    r"\b(?:News|Times|Post|Journal|Tribune|Herald|Guardian|Telegraph|Gazette|Chronicle|Observer|Independent|Standard|Mirror|Mail|"
    r"Sun|Star|Globe|Press|Echo|Examiner|Inquirer|Dispatch|Courier|Register|Sentinel|Bulletin|Daily|Weekly|Magazine|Review|Radio|TV|"
    r"Television|Today|Network|Agency|Monde|Figaro|Spiegel|País|Atlantic|Economist|Jazeera|Hill|Beast|Intercept|Yorker|Wire|Argus|Record)$"
)


def outlet_from(reading: Reading, index: int) -> Span | None:
    """The outlet whose name begins at token `index` ("the" aside), or None."""
    doc = reading.doc
    if index < len(doc) and doc[index].lower_ == "the":
        index += 1
    end = index
    while end < len(doc) and (doc[end].pos_ == "PROPN" or (end > index and doc[end].lower_ in ("of", "and"))):
        end += 1
    while end > index and doc[end - 1].pos_ != "PROPN":
        end -= 1
    if end == index:
        return None
    span = Span(doc[index].idx, doc[end - 1].idx + len(doc[end - 1]))
    return span if is_outlet(span.of(reading.text)) else None


def is_outlet(name: str) -> bool:
    return name.lower().replace(" ", "") in KNOWN or bool(ENDING.search(name))
