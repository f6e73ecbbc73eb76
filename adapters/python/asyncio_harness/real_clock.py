"""The machine's clock."""

import concurrent.futures.thread
import time

from asyncio_harness import current


class RealClock:
    """The machine's clock, counted from the start of the program."""
    parent = None
    worker = None

    def __init__(self):
        self.start = time.monotonic()

    @property
    def now(self):
        return time.monotonic() - self.start

    def join_threads(self):
        """Let come to their end what executors still do, as Python does before it ends; the next program's may do more."""
        thread = concurrent.futures.thread
        thread._python_exit()
        thread._threads_queues.clear()
        thread._shutdown = False

    def record(self, line):
        current.world.record(line)
