"""What a program finds around it that is Python's own."""

import asyncio
import asyncio.tasks
import gc
import sys
import time
import warnings

from asyncio_harness.output import Output
from asyncio_harness.reports import FILTERS, filters_changed, show_unraisable, show_warning


class Surroundings:
    """The interpreter's settings as they are now, to be had again after a program that may change them."""

    def __init__(self):
        events = asyncio.events
        self.running = events._get_running_loop()
        self.policy = events._event_loop_policy
        self.filters = warnings.filters[:]
        self.main = sys.modules.get('__main__')
        self.recursion_limit = sys.getrecursionlimit()
        self.hooks = (sys.stdout, sys.stderr, sys.excepthook, sys.unraisablehook, warnings.showwarning)

    def prepare(self, main, program_time):
        """For a program whose module is `main` and whose module time is `program_time`."""
        forget_loop()
        sys.stdout = Output()
        sys.unraisablehook = show_unraisable
        warnings.showwarning = show_warning
        warnings.filters[:] = FILTERS
        filters_changed()
        sys.modules['__main__'] = main
        sys.modules['time'] = program_time

    def restore(self):
        forget_loop()
        sys.modules['time'] = time
        sys.modules['__main__'] = self.main
        sys.stdout, sys.stderr, sys.excepthook, sys.unraisablehook, warnings.showwarning = self.hooks
        warnings.filters[:] = self.filters
        filters_changed()
        if sys.getrecursionlimit() != self.recursion_limit:
            sys.setrecursionlimit(self.recursion_limit)
        sys.set_coroutine_origin_tracking_depth(0)
        sys.set_asyncgen_hooks(None, None)
        gc.disable()

    def restore_loop(self):
        asyncio.events._event_loop_policy = self.policy
        asyncio.events._set_running_loop(self.running)


def forget_loop():
    asyncio.events._set_running_loop(None)
    asyncio.events._event_loop_policy = None


def forget_current_task():
    """CPython 3.14 keeps a task as the current one that could not begin eagerly in its context: the next program would inherit it."""
    if sys.version_info >= (3, 14) and hasattr(asyncio.tasks, '_swap_current_task'):
        nobody = object()
        asyncio._set_running_loop(nobody)
        asyncio.tasks._swap_current_task(nobody, None)
