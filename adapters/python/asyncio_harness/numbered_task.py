"""asyncio.Task for programs that make tasks with it themselves.

CPython's own counter names a task without a name, and no hook sees an eager one that ends in its first step.
"""

import asyncio
import re
import sys

from asyncio_harness import current

CTask = asyncio.Task


class TaskType(type(CTask)):
    """Whatever CPython made is a task too."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, CTask) if cls is NumberedTask else super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        return issubclass(subclass, CTask) if cls is NumberedTask else super().__subclasscheck__(subclass)


class NumberedTask(CTask, metaclass=TaskType):
    """Takes its number before its first step, as every task does, and the program's next name."""

    def __init__(self, *args, **options):
        world = current.world
        if world is None:
            super().__init__(*args, **options)
            return
        world.creations += 1
        number = world.creations
        named = options.get('name') is None
        if named:
            world.tasks += 1
            options['name'] = 'Task-%d' % world.tasks
        world.naming.append(options['name'])
        try:
            super().__init__(*args, **options)
        except BaseException:
            world.tasks -= named
            raise
        finally:
            world.naming.pop()
        world.adopt(self, number)


if sys.version_info >= (3, 12):
    c_factory = asyncio.eager_task_factory
    numbered_factory = asyncio.create_eager_task_factory(NumberedTask)

NumberedTask.__name__ = NumberedTask.__qualname__ = 'Task'
NumberedTask.__module__ = CTask.__module__


def choose_task(source):
    """What asyncio.Task and asyncio.eager_task_factory are for a program."""
    if sys.version_info >= (3, 12):
        numbered = re.search(r'\bTask\b|eager_task_factory\(', source)
        asyncio.Task = asyncio.tasks.Task = NumberedTask if numbered else CTask
        asyncio.eager_task_factory = asyncio.tasks.eager_task_factory = numbered_factory if numbered else c_factory
