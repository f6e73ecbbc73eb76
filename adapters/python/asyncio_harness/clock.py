"""The virtual clock."""

import heapq

from asyncio_harness import current
from asyncio_harness.endings import Stop
from asyncio_harness.text import whole


class Clock:
    """Virtual time and what is due to happen from outside the loop.

    A function in an executor has a clock of its own, which starts when a worker takes the function; what
    it logs enters its parent's trace when the parent's clock gets there.
    """

    def __init__(self, now, parent, worker=None):
        self.now = now
        self.parent = parent
        self.worker = worker
        self.outside = []
        self.due = []
        self.sequence = 0

    def at(self, when, arrive, deliver):
        """At `when`, call `arrive` as soon as the clock gets there, `deliver` when a loop selects after that."""
        self.sequence += 1
        heapq.heappush(self.outside, (when, self.sequence, arrive, deliver))

    def advance(self, now):
        outside = self.outside
        while outside and outside[0][0] <= now:
            when, _, arrive, deliver = heapq.heappop(outside)
            if when > self.now:
                self.now = when
            if deliver is not None:
                self.due.append(deliver)
            if arrive is not None:
                arrive()
        if now > self.now:
            self.now = whole(now)

    def deliver(self):
        while self.due:
            due, self.due = self.due, []
            for deliver in due:
                deliver()

    def join_threads(self):
        """Let come to its end what threads still do, as Python does before it ends."""
        self.deliver()
        while self.outside:
            self.advance(self.outside[0][0])
            self.deliver()

    def record(self, line):
        parent = self.parent
        if parent is None:
            current.world.record(line)
        elif self.now <= parent.now:
            parent.record(line)
        else:
            parent.at(self.now, lambda: parent.record(line), None)

    def block(self, done, timeout=None):
        """Let time pass, as a thread that waits does, until `done()`; whether it came to that."""
        deadline = None if timeout is None else self.now + timeout
        while True:
            self.advance(self.now)
            self.deliver()
            if done():
                return True
            if self.outside and (deadline is None or self.outside[0][0] <= deadline):
                self.advance(self.outside[0][0])
            elif deadline is None:
                current.world.stop('deadlock')
            else:
                self.advance(deadline)
                self.deliver()
                return done()

    def select(self, loop, timeout):
        """Stand in for the selector: deliver what is due, or jump to what comes next."""
        world = current.world
        if world is None or world.stopped is not None:
            raise Stop
        world.steps += 1
        if world.steps > world.limit_steps:
            world.stop('step limit')
        if self.outside:
            self.advance(self.now)
        if self.due:
            self.deliver()
            return
        if timeout == 0:
            return
        earliest = loop._scheduled[0]._when if timeout is not None else None
        if self.outside and (earliest is None or self.outside[0][0] < earliest):
            earliest = self.outside[0][0]
        if earliest is None or earliest == float('inf'):
            world.stop('deadlock')
        self.advance(earliest)
        if self.due:
            self.deliver()
