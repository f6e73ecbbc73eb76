"""asyncio.Task for programs that make tasks with it themselves, some of which may be eager.

CPython's own counter names a task without a name, and no hook sees one that ends in its first step.
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
        if world is None or not options.get('eager_start'):
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


NumberedTask.__name__ = NumberedTask.__qualname__ = 'Task'
NumberedTask.__module__ = CTask.__module__


def task_class(source):
    """The class of tasks for a program."""
    return NumberedTask if sys.version_info >= (3, 12) and re.search(r'\bTask\b', source) else CTask
