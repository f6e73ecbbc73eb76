"""Foreign loops on the paced clock."""

from asyncio_harness import current
from asyncio_harness.observed import Observed
from asyncio_harness.paced_clock import paced


class PacedTimers(Observed):
    """A foreign loop on the program's paced clock: its own timers, set by the machine's time."""

    def time(self):
        return super().time() if paced() is None else current.world.clock.now

    def call_later(self, delay, callback, *args, **options):
        clock = paced()
        if clock is None or not isinstance(delay, (int, float)) or not 0 < delay < float('inf'):
            return super().call_later(delay, callback, *args, **options)
        when = clock.now + delay
        return PacedHandle(super().call_later(clock.wait(when), callback, *args, **options), when)

    def call_at(self, when, callback, *args, **options):
        if paced() is None or not isinstance(when, (int, float)):
            return super().call_at(when, callback, *args, **options)
        return self.call_later(when - self.time(), callback, *args, **options)


class PacedHandle:
    """A foreign loop's timer, which tells its moment on the program's clock."""

    def __init__(self, handle, when):
        self.handle = handle
        self.when = lambda: when

    @property
    def __class__(self):
        return type(self.handle)

    def __repr__(self):
        return repr(self.handle)

    def __getattr__(self, name):
        return getattr(self.handle, name)


PacedHandle.__name__ = PacedHandle.__qualname__ = 'TimerHandle'


class PacedSelect(Observed):
    """A loop made from asyncio's BaseEventLoop on the program's paced clock: its selector waits by the machine's time."""

    def time(self):
        return super().time() if paced() is None else current.world.clock.now

    def _run_once(self):
        if paced() is not None and not isinstance(self._selector, PacedSelector):
            self._selector = PacedSelector(self._selector)
        super()._run_once()


class PacedSelector:
    def __init__(self, selector):
        self.selector = selector

    def select(self, timeout=None):
        clock = paced()
        if clock is not None and timeout is not None and timeout > 0:
            timeout = clock.wait(clock.now + timeout)
        return self.selector.select(timeout)

    def __getattr__(self, name):
        return getattr(self.selector, name)
