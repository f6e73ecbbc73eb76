"""Programs for the virtual clock on loops that keep the machine's."""

import bisect
import math
import time

from asyncio_harness import current
from asyncio_harness.clock import Clock
from asyncio_harness.real_clock import RealClock
from asyncio_harness.text import whole


class RehearsalClock(Clock):
    """A virtual clock that notes the moments at which something is due."""

    def __init__(self):
        Clock.__init__(self, 0, None)
        self.moments = set()

    def at(self, when, arrive, deliver):
        self.moments.add(when)
        Clock.at(self, when, arrive, deliver)

    def advance(self, now):
        self.moments.add(now)
        Clock.advance(self, now)


class PacedClock(RealClock):
    """The machine's clock, for a program that is meant for the virtual one.

    The moments of a rehearsal follow each other at one pace, however far apart they are on the virtual clock:
    nothing waits for long, and what is due later comes later by a margin that a loaded machine keeps.  The
    program is told the moment that it has come to.
    """
    BRISK = 20
    SLOW = 200
    """Milliseconds from one moment to the next."""

    def __init__(self, moments, pace):
        self.pace = pace
        self.moments = [0]
        for moment in sorted(moments):
            # Closer together than this they are one moment for the virtual clock too.
            if 1e-9 < moment - self.moments[-1] < float('inf'):
                self.moments.append(whole(moment))
        # Whole milliseconds, as loops round to them: equal deadlines stay equal.
        self.start = int(time.monotonic() * 1000) + 1

    @property
    def now(self):
        # A timer may come a little before its moment.
        step = int((time.monotonic() * 1000 - self.start) / self.pace + 0.25)
        last = len(self.moments) - 1
        return self.moments[max(step, 0)] if step <= last else self.moments[last] + 2 ** (step - last) - 1

    def wait(self, when):
        """Seconds of the machine until `when`, no fewer than one thousandth."""
        at = bisect.bisect_right(self.moments, when + 1e-9) - 1
        here = self.moments[at]
        if at + 1 < len(self.moments):
            at += (when - here) / (self.moments[at + 1] - here)
        else:
            # Nobody has rehearsed what comes after the last moment: soon in any case.
            at += math.log2(1 + when - here)
        elapsed = time.monotonic() * 1000
        while elapsed % 1 > 0.75:
            # Were the millisecond to change before the loop looks at its clock, the timer would come later than its equals.
            elapsed = time.monotonic() * 1000
        return max(1, self.start + round(at * self.pace) - int(elapsed)) / 1000

    def advance(self, now):
        if now > self.now:
            time.sleep(self.wait(now))


def paced():
    """The clock of the program, if it is a paced one."""
    return current.world.clock if current.world is not None and isinstance(current.world.clock, PacedClock) else None
