"""The module threading as asyncio sees it on the virtual clock."""

import threading
import types

from asyncio_harness import current


class ShutdownThread:
    """The thread in which a loop waits for its default executor."""

    def __init__(self, target, args=(), **options):
        self.target = target
        self.args = args
        self.over = False

    def start(self):
        self.target.__self__._default_executor.when_idle(self.run)

    def run(self):
        self.over = True
        self.target(*self.args)

    def join(self, timeout=None):
        if not self.over:
            current.world.clock.block(lambda: self.over, timeout)

    def is_alive(self):
        return not self.over


class VirtualThreading(types.ModuleType):
    """asyncio's view of threading."""
    Thread = ShutdownThread

    def current_thread(self):
        worker = None if current.world is None else current.world.clock.worker
        return threading.current_thread() if worker is None else worker

    def __getattr__(self, name):
        return getattr(threading, name)
