"""What is left of a program is collected, and what comes of it delivered."""

import asyncio
import gc
import inspect
import sys
import types

SURVIVORS = (types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type, int, float, str)
PYPY = sys.implementation.name == 'pypy'


def collect(world, names):
    """Let go of everything the program had, and deliver what comes of it."""
    if not world.has_handlers:
        names.clear()
    else:
        # The handlers still need the program's functions and its containers; the latter only the first time.
        for name in [n for n, v in names.items() if isinstance(v, asyncio.Future) or inspect.iscoroutine(v) or isinstance(v, BaseException)]:
            del names[name]
        settle(world)
        for name in [n for n, v in names.items() if not isinstance(v, SURVIVORS)]:
            del names[name]
    settle(world)
    if world.has_handlers:
        names.clear()
        gc.collect()


def settle(world):
    """Collect, and deliver what comes of it, which may keep more alive until then."""
    gc.collect()
    if PYPY and (world.reports or world.deferred or world.stopped is not None):
        # What was finalized is let go of only now, with what it held.
        gc.collect()
    while world.deferred:
        world.deliver()
        gc.collect()


def set_aside(collected=False):
    """Keep what is alive out of the collections to come: they look at what is made from now on alone."""
    if hasattr(gc, 'freeze'):
        if collected:
            gc.unfreeze()
            gc.collect()
        gc.freeze()
