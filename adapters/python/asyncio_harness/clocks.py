"""asyncio on the virtual clock, and back on the machine's."""

import asyncio
import asyncio.base_events
import asyncio.events
import concurrent.futures
import concurrent.futures.thread

from asyncio_harness import current
from asyncio_harness.executor import VirtualExecutor
from asyncio_harness.loops import RealLoop, VirtualLoop
from asyncio_harness.paced_clock import paced
from asyncio_harness.paced_loops import PacedSelect, PacedTimers
from asyncio_harness.policy import event_loop_policy
from asyncio_harness.virtual_threading import VirtualThreading


class Clocks:
    """Where asyncio takes its loops, threads and waiting from: the virtual clock, unless the program asks for the real one.

    `factory` makes event loops that keep the machine's clock, or is None.
    """

    def __init__(self, factory):
        self.factory = factory
        self.loop_class = VirtualLoop
        """Of the program that runs next."""
        self.replaced = []
        self.policy = default_policy()
        self.native_loop = vars(self.policy)['_loop_factory']
        self.replace(self.policy, '_loop_factory', staticmethod(self.make_virtual_loop),
                     staticmethod(RealLoop if factory is None else self.make_foreign_loop))
        for name in ('SelectorEventLoop', 'EventLoop'):
            if hasattr(asyncio, name):
                self.replace(asyncio, name, VirtualLoop, RealLoop)
        for module in (asyncio.base_events, asyncio.events):
            self.replace(module, 'threading', VirtualThreading('threading'))
        concurrent.futures.ThreadPoolExecutor  # It is loaded when first asked for.
        self.replace(concurrent.futures, 'ThreadPoolExecutor', VirtualExecutor)
        self.replace(concurrent.futures.thread, 'ThreadPoolExecutor', VirtualExecutor)
        for name in ('result', 'exception'):
            native = vars(concurrent.futures.Future)[name]
            self.replace(concurrent.futures.Future, name, virtual_wait(native), real_wait(native))

    def replace(self, owner, name, virtual, real=None):
        """Put `virtual` in the place of what `owner` has; programs on the real clock find `real` there, or that."""
        self.replaced.append((owner, name, virtual, vars(owner)[name] if real is None else real))
        setattr(owner, name, virtual)

    def put_on(self, clock):
        for owner, name, virtual, real in self.replaced:
            setattr(owner, name, virtual if clock == 'virtual' else real)

    def make_virtual_loop(self):
        return self.loop_class()

    def make_foreign_loop(self):
        # It may ask the policy, as asyncio.new_event_loop does, which asks here.
        ours, self.policy._loop_factory = vars(self.policy)['_loop_factory'], self.native_loop
        try:
            loop = self.factory()
        finally:
            self.policy._loop_factory = ours
        kind = type(loop)
        pacing = PacedSelect if isinstance(loop, asyncio.BaseEventLoop) else PacedTimers
        loop.__class__ = type(kind.__name__, (pacing, kind), {'__module__': kind.__module__, '__doc__': kind.__doc__})
        loop._world = current.world
        return loop


def default_policy():
    events = asyncio.events
    outer, events._event_loop_policy = events._event_loop_policy, None
    try:
        return type(event_loop_policy())
    finally:
        events._event_loop_policy = outer


def virtual_wait(native):
    def wait(self, timeout=None):
        if current.world is None or self.done():
            return native(self, timeout)
        current.world.clock.block(self.done, timeout)
        return native(self, 0)
    return wait


def real_wait(native):
    def wait(self, timeout=None):
        clock = paced()
        return native(self, timeout if clock is None or not timeout else clock.wait(clock.now + timeout))
    return wait
