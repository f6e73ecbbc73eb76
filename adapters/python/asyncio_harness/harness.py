"""Programs, one after the other, in a Python whose asyncio is on the virtual clock."""

import asyncio
import builtins
import contextvars
import gc
import linecache
import logging
import time
import types

from asyncio_harness import current
from asyncio_harness.clock import Clock
from asyncio_harness.clocks import Clocks
from asyncio_harness.collection import collect, set_aside
from asyncio_harness.endings import Fault, Stop
from asyncio_harness.loops import CountingLoop, RehearsalLoop, VirtualLoop
from asyncio_harness.numbered_task import choose_task
from asyncio_harness.output import log, program_print
from asyncio_harness.paced_clock import PacedClock, RehearsalClock
from asyncio_harness.pinned_orders import pin_orders
from asyncio_harness.plain import is_plain
from asyncio_harness.program import compile_program, execute
from asyncio_harness.real_clock import RealClock
from asyncio_harness.snapshot import Snapshot
from asyncio_harness.surroundings import Surroundings, forget_current_task, forget_loop
from asyncio_harness.virtual_time import make_virtual_time
from asyncio_harness.world import World

# Programs from one collection of all there is to the next; after each only what it made is collected.
FULL_COLLECTION = 1000


class Harness:
    """Runs programs on this Python's own asyncio.

    A program that asks for the real clock gets this Python's own loop, threads and time back while it runs.
    `loop` is a factory of event loops that keep the machine's clock: all programs run on them then, those for
    the virtual clock on a paced one, after a rehearsal on the virtual clock.
    """

    def __init__(self, loop=None):
        self.clock = 'virtual' if loop is None else 'real'
        self.factory = loop
        self.time = make_virtual_time()
        pin_orders()
        self.clocks = Clocks(loop)
        logger = logging.getLogger('asyncio')
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        # Sources stay as they are: each traceback, as each task has one in debug mode, would look at the disk for all its files.
        linecache.checkcache = lambda filename=None: None
        self.snapshot = Snapshot(self.time)
        gc.disable()
        set_aside(collected=True)
        self.runs = 0

    def run(self, source, steps=100_000, output=1_000_000, clock='virtual'):
        """The trace of a program, as (lines, outcome); raises Refused or Fault."""
        code = compile_program(source)
        counting = 'Task(' in source
        choose_task(source)
        self.runs += 1
        if self.runs % FULL_COLLECTION == 0:
            set_aside(collected=True)
        if clock == 'real':
            return self.run_world(code, World(RealClock(), steps, output, counting))
        if self.factory is None:
            self.clocks.loop_class = CountingLoop if counting else VirtualLoop
            return self.run_world(code, World(Clock(0, None), steps, output, counting))
        self.clocks.loop_class = RehearsalLoop
        rehearsal = RehearsalClock()
        rehearsed = without_times(*self.run_world(code, World(rehearsal, steps, output, counting)))
        for pace in (PacedClock.BRISK, PacedClock.SLOW):
            lines, outcome = self.run_world(code, World(PacedClock(rehearsal.moments, pace), steps, output, counting))
            if without_times(lines, outcome) == rehearsed:
                # Otherwise it is the loop that differs, or the machine that was too busy.
                break
        return lines, outcome

    def run_world(self, code, world):
        """The trace of a compiled program in its world."""
        clock = world.clock
        real = isinstance(clock, RealClock)
        program_time = time if type(clock) is RealClock else self.time
        module = types.ModuleType('__main__')
        names = module.__dict__
        names.update(asyncio=asyncio, contextvars=contextvars, log=log, print=program_print, time=program_time, __builtins__=builtins)
        surroundings = Surroundings()
        try:
            surroundings.prepare(module, program_time)
            if real:
                self.clocks.put_on('real')
            current.world = world
            outcome = contextvars.Context().run(execute, world, code, names)
            if world.partial:
                try:
                    world.write('\n')
                except Stop:
                    pass
            world.over = True
            forget_current_task()
            forget_loop()
            # What was still to happen on it may refer to everything.
            clock = None
            world.clock = Clock(world.clock.now, None)
            collect(world, names)
        finally:
            current.world = None
            surroundings.restore()
            if real:
                self.clocks.put_on('virtual')
            if not is_plain(code):
                self.snapshot.restore()
            surroundings.restore_loop()
            set_aside()
        if world.stopped == 'flood':
            raise Fault('flood', 'the trace is longer than %d characters' % world.limit_output)
        if world.stopped is not None:
            return world.lines, world.stopped
        world.lines.extend(sorted(world.reports))
        return world.lines, outcome


def without_times(lines, outcome):
    return [line if line.startswith('! ') else line.partition(' ')[2] for line in lines] + [outcome]
