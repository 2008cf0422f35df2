"""Imported by the process that reading processes are copied from (bot.readers.nursery), and nowhere else: importing it loads the model.

What fails here fails again, and is told, in the process that reads.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress

os.environ.setdefault(
    "OMP_NUM_THREADS", "1"
)  # before numpy is loaded: a process with threads is not to be copied

from bot.fetch.fetched import FetchedPage
from bot.readers.freeing import give_back_memory
from bot.readers.nursery import MODEL
from bot.readers.reading import read_page, reader_of
from summarizer.errors import NutgrafError

# Read once, so that what is made at the first reading is shared as well: patterns, word lists, the network's buffers.
SAMPLE = """<html><head><title>Old bridge at Example closes for repairs</title></head><body><article>
<h1>Old bridge at Example closes for repairs</h1>
<p>The old bridge at Example will close for three months from Monday, the town council said, after engineers found rust in 14 of its beams.</p>
<p>“We would rather close it a month too early than a day too late,” said Ann Example, the council’s head of roads. She said that the
repairs would cost £2.4 million, up from an estimate of £1.9 million last year.</p>
<p>Shopkeepers on the west bank fear for their trade. According to Sam Sample, who runs a bakery there, one customer in three comes over
the bridge. A ferry is to carry walkers across every 20 minutes.</p>
</article></body></html>"""

with suppress(NutgrafError, OSError, ValueError):
    reader_of(os.environ[MODEL])
    read_page(FetchedPage("https://example.org/bridge", SAMPLE.encode(), "text/html", "utf-8"))
gc.collect()
give_back_memory()
gc.freeze()  # or the copies' first collection would write to every object, and so copy it
