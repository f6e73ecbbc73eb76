"""Ends a child that nobody ends."""

import faulthandler
import sys
import time


class Watchdog:
    """Ends this process when a program hangs and nobody is left to kill it."""
    GRACE = 2
    REST = 1

    def __init__(self):
        import faulthandler
        self.faulthandler = faulthandler
        self.armed = None

    def watch(self, seconds):
        now = time.monotonic()
        if self.armed is None or now - self.armed > self.REST:
            self.armed = now
            # A thread of C's: it also ends a loop that never lets go of the GIL.
            self.faulthandler.dump_traceback_later(seconds + self.GRACE + self.REST, exit=True, file=sys.__stderr__)

    def rest(self):
        if self.armed is not None:
            self.armed = None
            self.faulthandler.cancel_dump_traceback_later()
