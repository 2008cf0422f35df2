"""What a second worker brings: `python -m bench.workers --pages 24`, in one run, with PostgreSQL on loopback.

Long pages (several of the corpus in one), so that reading is what is measured; `--paragraphs 15` makes pages of an
ordinary length, of which the desk's and PostgreSQL's own work, on the same two cores, is a larger part. The readings of
one worker and of two are compared word by word.
"""

from __future__ import annotations

import argparse
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from dbos import DBOS

from bench.live import pages_to_brief
from bench.scene import Scene, scene
from bot.engine.durable import READERS, DbosEngine, Role
from handlers.flows.links.readings import READ_FLOW
from handlers.ports import Json, Steps
from tests.fakes.postgres import Postgres

PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
MANY = "many"
PARAGRAPHS = 150  # about a second to read
WARM_PAGES = 4
LEAST_RATIO = 1.8


def long_page(paragraphs: int) -> bytes:
    """So many paragraphs of the corpus as one article."""
    texts = [body.decode("utf-8", "ignore") for body in pages_to_brief()]
    found = [paragraph for text in texts for paragraph in PARAGRAPH.findall(text)]
    return f"<html><title>All of it</title><article>{''.join(found[:paragraphs])}</article></html>".encode()


def read_many(steps: Steps, argument: Json) -> Json:
    """Flow: leave the readings to the workers and gather them."""
    flows = [f"{steps.flow_id}/{number}" for number in range(len(argument["urls"]))]
    for flow, url in zip(flows, argument["urls"], strict=True):
        steps.begin(READ_FLOW, flow, {"url": url})
    return {"outcomes": [steps.result(flow) for flow in flows]}


class Measure:
    """A desk that does nothing but ask for readings."""

    def __init__(self, stage: Scene, url: str) -> None:
        self.stage = stage
        self.engine = DbosEngine(url, {MANY: read_many}, Role(elsewhere=(READ_FLOW,)))
        self.engine.launch()
        self.runs = 0

    def read(self, count: int) -> Sequence[Json]:
        """Have `count` pages read."""
        self.runs += 1
        flow = f"many-{self.runs}"
        urls = [self.stage.site.url(f"/{number}") for number in range(count)]
        self.engine.begin(MANY, flow, {"urls": urls})
        return tuple(self.engine.result(flow)["outcomes"])

    def warm_up(self, workers: int) -> None:
        """Read until every worker has its model loaded and takes part."""
        taking_part: set[str] = set()
        while len(taking_part) < workers:
            self.read(WARM_PAGES * workers)
            done = DBOS.list_workflows(
                name=READ_FLOW, application_name=READERS, workflow_id_prefix=f"many-{self.runs}/"
            )
            taking_part = {str(flow.executor_id) for flow in done}
        self.read(WARM_PAGES * workers)

    def pages_a_second(self, count: int) -> tuple[float, Sequence[Json]]:
        began = time.perf_counter()
        outcomes = self.read(count)
        return count / (time.perf_counter() - began), outcomes


def measure(stage: Scene, url: str, count: int, paragraphs: int) -> bool:
    """Print the rates of one worker and of two; whether two bring what they should, and read the same."""
    stage.more["NUTGRAF_ENGINE_URL"] = url
    page = long_page(paragraphs)
    stage.site.pages.update({f"/{number}": page for number in range(max(count, 2 * WARM_PAGES))})
    desk, workers, rates, outcomes = Measure(stage, url), [], [], []
    try:
        for number in (1, 2):
            workers.append(stage.start("work"))
            desk.warm_up(number)
            rate, found = desk.pages_a_second(count)
            rates.append(rate)
            outcomes.append(found)
            print(f"{number} worker(s): {rate:.2f} pages a second", flush=True)
    finally:
        stop(workers)
        desk.engine.close()
    same = outcomes[0] == outcomes[1] and all("brief" in outcome for outcome in outcomes[0])
    print(f"two workers read {rates[1] / rates[0]:.2f} times what one reads; the same: {same}")
    return same and rates[1] / rates[0] >= LEAST_RATIO


def stop(workers: Sequence[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    for worker in workers:
        worker.wait(30)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    options = parser.parse_args()
    with Postgres() as postgres, scene() as stage:
        good = measure(stage, postgres.url, options.pages, options.paragraphs)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
