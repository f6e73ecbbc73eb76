"""What every loop of a program has."""

import re

from asyncio_harness import current
from asyncio_harness.text import represent, scrub


class Observed:
    """What every loop of a program has, on whatever clock: its reports become lines, its tasks are counted."""

    def __init__(self, *args, **options):
        self._world = current.world
        super().__init__(*args, **options)

    def create_future(self):
        future = super().create_future()
        if current.world is not None:
            current.world.adopt(future)
        return future

    def create_task(self, coro, **options):
        world = current.world
        if world is None:
            return super().create_task(coro, **options)
        # Taken before the task is made: an eager one makes others meanwhile, which are younger.
        world.creations += 1
        number = world.creations
        factory = self.get_task_factory()
        if options.get('name') is None and (factory is None or is_eager(factory)):
            world.tasks += 1
            options['name'] = 'Task-%d' % world.tasks
            world.naming.append(options['name'])
            try:
                task = super().create_task(coro, **options) if factory is None else factory(self, coro, **options)
            except BaseException:
                world.tasks -= 1
                raise
            finally:
                world.naming.pop()
        elif factory is None:
            world.naming.append(options['name'])
            try:
                task = super().create_task(coro, **options)
            finally:
                world.naming.pop()
        else:
            task = super().create_task(coro, **options)
            if options.get('name') is None and task not in world.known:
                rename(task)
        world.adopt(task, number)
        return task

    def set_exception_handler(self, handler):
        super().set_exception_handler(handler)
        if handler is not None and current.world is not None:
            current.world.has_handlers = True

    def call_exception_handler(self, context):
        world = current.world
        # What is left of one program and collected during another concerns nobody any more.
        if world is None or world is not self._world or world.stopped is not None:
            return
        message = context.get('message') or ''
        if world.delivering or not depends_on_collection(message):
            super().call_exception_handler(context)
        elif self.get_exception_handler() is None and type(self).default_exception_handler is Observed.default_exception_handler:
            world.reports.append(context_text(context))
        else:
            world.deferred.append((self, context))

    def default_exception_handler(self, context):
        if current.world is not None:
            current.world.event(context_text(context))

    def run_forever(self):
        if current.world is not None:
            current.world.ran = True
        super().run_forever()


def is_eager(factory):
    return getattr(factory, '__qualname__', '').startswith(('eager_task_factory', 'create_eager_task_factory.'))


def rename(task):
    """Give a task that was named by CPython's own counter the program's next number."""
    get_name = getattr(task, 'get_name', None)
    if get_name is not None and re.match(r'Task-\d+$', str(get_name())):
        current.world.tasks += 1
        task.set_name('Task-%d' % current.world.tasks)


def depends_on_collection(message):
    return message.endswith('exception was never retrieved') or message.startswith('Task was destroyed but it is pending')


def context_text(context):
    text = '! ' + scrub(context.get('message') or 'Unhandled exception in event loop')
    exception = context.get('exception')
    if exception is not None:
        text += ': ' + represent(exception)
    return text.replace('\n', '\\n')
