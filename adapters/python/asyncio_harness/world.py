"""What belongs to one program."""

import weakref

from asyncio_harness.endings import Stop
from asyncio_harness.text import represent, scrub, time_text


class World:
    """One program's clock, counters and trace."""

    def __init__(self, clock, limit_steps, limit_output, counting):
        self.clock = clock
        self.limit_steps = limit_steps
        self.limit_output = limit_output
        self.lines = []
        self.output = 0
        self.partial = ''
        self.steps = 0
        self.tasks = 0
        self.naming = []  # the names of tasks that are being made, each within the first step of the one before
        self.counting = counting
        self.known = weakref.WeakSet() if counting else ()
        self.pools = 0  # executors without a name of their own
        self.creations = 0
        self.created = {}
        self.reports = []
        self.deferred = []
        self.has_handlers = False
        self.ran = False
        self.stopped = None
        self.over = False
        self.delivering = False

    def adopt(self, future, number=None):
        if number is None:
            self.creations += 1
            number = self.creations
        self.created[id(future)] = number
        if self.counting:
            self.known.add(future)

    def event(self, text):
        """A line of the trace at the present time."""
        if self.over or self.stopped is not None:
            if self.delivering:
                self.reports.append(text if text.startswith('! ') else '! ' + text)
            elif self.stopped == 'flood':
                raise Stop
            return
        clock = self.clock
        clock.record(time_text(clock.now) + ' ' + text)

    def record(self, line):
        if self.over or self.stopped is not None:
            return
        self.lines.append(line)
        self.output += len(line) + 1
        if self.output > self.limit_output:
            self.stop('flood')

    def write(self, text):
        if '\n' not in text:
            self.partial += text
            if len(self.partial) > self.limit_output:
                self.stop('flood')
            return
        lines = (self.partial + text).split('\n')
        self.partial = lines.pop()
        for line in lines:
            self.event(line)

    def stop(self, why):
        # A thread that waits when all is over was thrown away with what it waited for.
        if self.stopped is None and not self.over:
            self.stopped = why
        raise Stop

    def warn(self, message, category, *place):
        if self.stopped is not None:
            return
        text = str(message)
        if 'was never awaited' in text:
            self.reports.append('! %s: %s' % (category.__name__, scrub(text.split('\n')[0])))
        elif not self.over:
            self.event('! %s: %s' % (category.__name__, scrub(text).replace('\n', '\\n')))

    def unraisable(self, unraisable):
        if self.stopped is None and not isinstance(unraisable.exc_value, Stop):
            self.reports.append(('! Exception ignored: ' + represent(unraisable.exc_value)).replace('\n', '\\n'))

    def deliver(self):
        """Hand the reports that waited for the collection to the loops' handlers."""
        deferred, self.deferred = self.deferred, []
        self.delivering = True
        try:
            for loop, context in deferred:
                loop.call_exception_handler(context)
        finally:
            self.delivering = False
