"""ThreadPoolExecutor on the virtual clock."""

import asyncio
import concurrent.futures
import contextvars
import sys
import threading

from concurrent.futures.thread import BrokenThreadPool

from asyncio_harness import current
from asyncio_harness.clock import Clock
from asyncio_harness.endings import Stop
from asyncio_harness.policy import event_loop_policy


BROKEN = 'A thread initializer failed, the thread pool is not usable anymore'


class Worker:
    """What a thread of an executor has of its own: a name, and a current event loop."""

    def __init__(self, prefix, number, policy):
        self.number = number
        self.name = '%s_%d' % (prefix, number)
        self.local = type(policy._local)()


class VirtualExecutor(concurrent.futures.Executor):
    """ThreadPoolExecutor whose workers live on the program's clock.

    A function runs in one go when a worker takes it, on a clock of its own; its result arrives when the
    program's clock reaches the time at which the function ended.
    """

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 32
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        if not thread_name_prefix:
            thread_name_prefix = 'ThreadPoolExecutor-%d' % current.world.pools
            current.world.pools += 1
        self._prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._initialized = 0
        self._broken = None
        self._busy = 0
        self._workers = 0
        self._idle = []
        self._waiting = []
        self._when_idle = []
        self._shutdown = False
        self._clock = current.world.clock

    def submit(self, fn, /, *args, **kwargs):
        if self._broken is not None:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = concurrent.futures.Future()
        item = (future, fn, args, kwargs)
        if self._busy < self._max_workers:
            self._take(item, current.world.clock.now)
        else:
            self._waiting.append(item)
        return future

    def _take(self, item, now):
        future, fn, args, kwargs = item
        if not future.set_running_or_notify_cancel():
            return False
        self._busy += 1
        policy = event_loop_policy()
        worker = self._worker(policy)
        clock = Clock(now, self._clock, worker)
        outer, current.world.clock = current.world.clock, clock
        running = asyncio._get_running_loop()
        # Since 3.14 a thread has a current task, whatever its loop.
        task = asyncio.tasks._swap_current_task(running, None) if running is not None and sys.version_info >= (3, 14) else None
        asyncio._set_running_loop(None)
        if worker is not None:
            local, policy._local = policy._local, worker.local
        result = error = broken = None
        try:
            if self._initializer is not None and self._initialized < self._max_workers:
                self._initialized += 1
                broken = BROKEN
                contextvars.Context().run(self._initializer, *self._initargs)
                broken = None
            result = contextvars.Context().run(fn, *args, **kwargs)
        except Stop:
            raise
        except BaseException as raised:
            error = raised
        finally:
            if worker is not None:
                policy._local = local
            asyncio._set_running_loop(running)
            if task is not None:
                asyncio.tasks._swap_current_task(running, task)
            current.world.clock = outer

        def deliver():
            # It comes from the worker's thread, where no loop runs: later releases of asyncio look.
            running = asyncio._get_running_loop()
            asyncio._set_running_loop(None)
            try:
                if broken:
                    waiting, self._waiting = self._waiting, []
                    for each in [future] + [item[0] for item in waiting if item[0].set_running_or_notify_cancel()]:
                        each.set_exception(BrokenThreadPool(broken))
                elif error is not None:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            finally:
                asyncio._set_running_loop(running)

        self._clock.at(clock.now, lambda: self._free(worker, broken), deliver)
        return True

    def _worker(self, policy):
        """The first that has nothing to do, or a new one; None where the program has a policy of its own, which knows no threads."""
        if self._idle:
            return self._idle.pop(0)
        if not isinstance(getattr(policy, '_local', None), threading.local):
            return None
        self._workers += 1
        return Worker(self._prefix, self._workers - 1, policy)

    def _free(self, worker, broken):
        self._busy -= 1
        self._broken = self._broken or broken
        if worker is not None:
            self._idle.append(worker)
            self._idle.sort(key=lambda idle: idle.number)
        while self._waiting and self._busy < self._max_workers and self._broken is None:
            self._take(self._waiting.pop(0), self._clock.now)
        if not self._busy:
            idle, self._when_idle = self._when_idle, []
            for deliver in idle:
                self._clock.at(self._clock.now, None, deliver)

    def when_idle(self, deliver):
        if self._busy:
            self._when_idle.append(deliver)
        else:
            self._clock.at(current.world.clock.now, None, deliver)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            waiting, self._waiting = self._waiting, []
            for item in waiting:
                item[0].cancel()
        if wait and self._busy:
            current.world.clock.block(lambda: not self._busy)

    if sys.version_info < (3, 9):
        _shutdown_and_cancel = shutdown

        def shutdown(self, wait=True):
            self._shutdown_and_cancel(wait)


VirtualExecutor.__name__ = VirtualExecutor.__qualname__ = 'ThreadPoolExecutor'


for _method in (VirtualExecutor.submit, VirtualExecutor.shutdown):
    _method.__qualname__ = 'ThreadPoolExecutor.' + _method.__name__
VirtualExecutor.__module__ = 'concurrent.futures.thread'
