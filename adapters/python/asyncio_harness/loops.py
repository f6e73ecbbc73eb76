"""asyncio's own loop, on the virtual clock and on the machine's."""

import asyncio

from asyncio_harness import current
from asyncio_harness.clock import Clock
from asyncio_harness.observed import Observed, rename
from asyncio_harness.ordered import Ordered


class VirtualSelector:
    """What the loop selects on."""
    def __init__(self, loop, clock):
        self.loop = loop
        self.clock = clock

    def select(self, timeout=None):
        self.clock.select(self.loop, timeout)
        return ()


class VirtualLoop(Observed, asyncio.BaseEventLoop):
    """asyncio's own loop on the program's clock, without sockets."""

    def __init__(self, *args):
        super().__init__()
        self._clock = current.world.clock if current.world is not None else Clock(0, None)
        self._clock_resolution = 1e-9
        self._selector = VirtualSelector(self, self._clock)
        self._asyncgens.data = Ordered()

    def time(self):
        return self._clock.now

    def _check_thread(self):
        super()._check_thread()
        if self._thread_id is not None and current.world is not None and current.world.clock is not self._clock:
            # An executor's function runs in the loop's thread, which it must not notice.
            raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')

    def create_future(self):
        future = asyncio.futures.Future(loop=self)
        world = current.world
        if world is not None:
            world.creations += 1
            world.created[id(future)] = world.creations
        return future

    def call_soon_threadsafe(self, callback, *args, **options):
        world = current.world
        if world is None or world.clock is self._clock:
            return super().call_soon_threadsafe(callback, *args, **options)
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, **options)
        self._clock.at(world.clock.now, None, lambda: None if self.is_closed() else self._ready.append(handle))
        return handle

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

    async def shutdown_asyncgens(self):
        # Whether a generator that has ended is still among them is a matter of when it is collected.
        for generator in list(self._asyncgens):
            if generator.ag_frame is None:
                self._asyncgens.discard(generator)
        await super().shutdown_asyncgens()

    shutdown_asyncgens.__qualname__ = 'BaseEventLoop.shutdown_asyncgens'


class CountingLoop(VirtualLoop):
    """For programs that call asyncio.Task themselves: such a task takes its number when it schedules its first step."""

    def call_soon(self, callback, *args, **options):
        handle = super().call_soon(callback, *args, **options)
        world = current.world
        task = getattr(callback, '__self__', None)
        if world is not None and isinstance(task, asyncio.Task) and task not in world.known and task.get_name() not in world.naming:
            rename(task)
            world.adopt(task)
        return handle


class RehearsalLoop(CountingLoop):
    """Notes when its timers are due."""

    def call_at(self, when, callback, *args, **options):
        handle = super().call_at(when, callback, *args, **options)
        self._clock.moments.add(when)
        return handle


class RealLoop(Observed, asyncio.SelectorEventLoop):
    """asyncio's own loop as it is, for programs that need the world outside."""


for _loop in (VirtualLoop, CountingLoop, RehearsalLoop, RealLoop):
    _loop.__name__ = _loop.__qualname__ = '_UnixSelectorEventLoop'
    _loop.__module__ = 'asyncio.unix_events'
