"""An order for what CPython iterates by address."""

import asyncio.tasks
import inspect
import re
import sys

from asyncio_harness import current
from asyncio_harness.ordered import Ordered, created


def pin_orders():
    tasks = asyncio.tasks
    tasks.set = Ordered
    if 'asyncio.taskgroups' in sys.modules:
        sys.modules['asyncio.taskgroups'].set = Ordered
    # The set comprehensions of `wait` and `as_completed` cannot be reached through a name: written anew.
    owners = [(tasks, 'wait'), (tasks, 'as_completed')]
    if hasattr(tasks, '_AsCompletedIterator'):
        owners = [(tasks._AsCompletedIterator, '__init__')]
    for owner, name in owners:
        lines, _ = inspect.getsourcelines(getattr(owner, name))
        indent = len(lines[0]) - len(lines[0].lstrip())
        text = ''.join(line[indent:] or line for line in lines)
        pinned = re.sub(r'\{(ensure_future\(\w+, loop=loop\) for \w+ in (?:set\(\w+\)|\w+))\}', r'set(\1)', text)
        if pinned == text:
            continue
        made = {}
        exec(compile(pinned, tasks.__file__, 'exec', dont_inherit=True), tasks.__dict__, made)
        setattr(owner, name, made[name])
        if owner is tasks:
            setattr(asyncio, name, made[name])
    native_all_tasks = tasks.all_tasks

    def all_tasks(loop=None):
        # A stopped program has nothing left to cancel; tasks that await each other would overflow Pyodide's stack.
        if current.world is not None and current.world.stopped is not None:
            return Ordered()
        return Ordered(sorted(native_all_tasks(loop), key=created))

    all_tasks.__doc__ = native_all_tasks.__doc__
    tasks.all_tasks = asyncio.all_tasks = all_tasks
