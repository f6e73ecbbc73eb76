# -*- coding: utf-8 -*-
"""Runs programs on this Python's own asyncio and leaves their traces.

    python3 harness.py [--real] FILE.py...   prints the trace of each program
    python3 harness.py --serve [--loop M:F]  JSON lines, see spec/adapter-protocol.md

One file without dependencies, for CPython 3.8 and newer, PyPy and Pyodide.  The event loop is asyncio's
own BaseEventLoop with the C Task and Future; only what it selects on is replaced, by a clock that jumps.
A request with `"clock":"real"` runs on the genuine loop, with threads, sockets, processes and signals.
The notation is spec/trace-notation.md.
"""

import sys

if sys.version_info < (3, 8):
    sys.stderr.write('%s %s is too old: 3.8 or newer\n' % (
        {'cpython': 'CPython', 'pypy': 'PyPy'}.get(getattr(sys, 'implementation', None) and sys.implementation.name, 'Python'),
        '.'.join(map(str, sys.version_info[:3]))))
    sys.exit(3)

import asyncio
import asyncio.base_events
import asyncio.coroutines
import asyncio.events
import asyncio.runners
import asyncio.tasks
import bisect
import builtins
import concurrent.futures
import concurrent.futures.thread
import contextvars
import gc
import heapq
import importlib.util
import inspect
import linecache
import logging
import math
import opcode
import re
import threading
import time as real_time
import types
import warnings
import weakref

PROTOCOL = 1
FILENAME = 'program.py'
CO_COROUTINE = 0x80
CO_VARIADIC = 0x0C

# A module that names one of these at its own level drives asyncio itself; the JavaScript adapter has the same list.
DRIVERS = frozenset(['run', 'run_until_complete', 'run_forever', 'Runner'])

current = None
"""The world of the program that runs now, or None."""


class Stop(SystemExit):
    """Ends a program from within; asyncio lets SystemExit through callbacks and tasks."""


# ---- text


PLACE = re.compile(r'(?:,? defined at|,? created at| at) (?:<[^<>\n]*>|[^<>\'"\n]*?\.pyc?):\d+')
GRAPH_PLACE = re.compile(r'(?<=  \|   )File (?:\'[^\'\n]*\'|"[^"\n]*"), line \d+, ')
ADDRESS = re.compile(r'\b0x[0-9a-fA-F]{5,}')
WHOLE_FLOAT = re.compile(r'(?<![\w.\'"])(\d+)\.0(?![\w.])')


def scrub(text):
    """Cut out what differs by machine: addresses and places in source files."""
    if ' at ' in text:
        text = PLACE.sub('', text)
    if '  |   File ' in text:
        text = GRAPH_PLACE.sub('', text)
    if '0x' in text:
        text = ADDRESS.sub('0x…', text)
    return text


def whole(number):
    """The int equal to a float without fraction, otherwise the number itself."""
    if type(number) is float and number.is_integer() and abs(number) < 1e21:
        return int(number)
    return number


def time_text(seconds):
    return repr(whole(round(seconds, 9)))


def represent(value):
    """Python's repr, with floats without fraction as ints, sets in order, and nothing that differs by machine."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return repr(value)
    if kind is float:
        return repr(whole(value))
    if kind is list:
        return '[' + ', '.join(map(represent, value)) + ']'
    if kind is tuple:
        return '(' + ', '.join(map(represent, value)) + (',)' if len(value) == 1 else ')')
    if kind is dict:
        return '{' + ', '.join([represent(k) + ': ' + represent(v) for k, v in value.items()]) + '}'
    if kind is set or kind is Ordered:
        return '{' + ', '.join(sorted(map(represent, value))) + '}' if value else 'set()'
    if kind is frozenset:
        return 'frozenset({' + ', '.join(sorted(map(represent, value))) + '})' if value else 'frozenset()'
    if isinstance(value, BaseException) and kind.__repr__ in PLAIN_EXCEPTION_REPRS:
        return scrub(kind.__name__ + '(' + ', '.join(map(represent, value.args)) + ')')
    text = scrub(repr(value))
    if kind.__module__ != '__main__' and '.0' in text:
        text = WHOLE_FLOAT.sub(r'\1', text)
    return text


PLAIN_EXCEPTION_REPRS = {BaseException.__repr__}
if hasattr(builtins, 'BaseExceptionGroup'):
    PLAIN_EXCEPTION_REPRS.add(builtins.BaseExceptionGroup.__repr__)


def event_loop_policy():
    events = asyncio.events
    return getattr(events, '_get_event_loop_policy', events.get_event_loop_policy)()


def forget_current_task():
    """CPython 3.14 keeps a task as the current one that could not begin eagerly in its context: the next program would inherit it."""
    if sys.version_info >= (3, 14) and hasattr(asyncio.tasks, '_swap_current_task'):
        nobody = object()
        asyncio._set_running_loop(nobody)
        asyncio.tasks._swap_current_task(nobody, None)


def display(value):
    """What print writes of a value."""
    kind = type(value)
    if kind is str:
        return scrub(value)
    if kind in (float, list, tuple, dict, set, frozenset, Ordered):
        return represent(value)
    return scrub(str(value))


def log(*values):
    """One line of the trace: a str as it is, everything else as its repr, joined by spaces."""
    text = ' '.join([scrub(value) if type(value) is str else represent(value) for value in values])
    if '\n' in text:
        text = text.replace('\n', '\\n')
    world = current
    if world is not None:
        world.event(text)


def program_print(*values, sep=' ', end='\n', file=None, flush=False):
    """print, every line of whose text is a line of the trace."""
    if file is not None and file is not sys.stdout:
        return builtins.print(*values, sep=sep, end=end, file=file, flush=flush)
    text = (' ' if sep is None else sep).join(map(display, values)) + ('\n' if end is None else end)
    if current is not None:
        current.write(text)


program_print.__name__ = program_print.__qualname__ = 'print'


class Output:
    """The program's sys.stdout, for what does not go through the given print."""
    encoding = 'utf-8'
    errors = 'strict'
    closed = False

    def write(self, text):
        if current is not None:
            current.write(scrub(text))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True


# ---- time


class Clock:
    """Virtual time and what is due to happen from outside the loop.

    A function in an executor has a clock of its own, which starts when a worker takes the function; what
    it logs enters its parent's trace when the parent's clock gets there.
    """

    def __init__(self, now, parent, worker=None):
        self.now = now
        self.parent = parent
        self.worker = worker
        self.outside = []
        self.due = []
        self.sequence = 0

    def at(self, when, arrive, deliver):
        """At `when`, call `arrive` as soon as the clock gets there, `deliver` when a loop selects after that."""
        self.sequence += 1
        heapq.heappush(self.outside, (when, self.sequence, arrive, deliver))

    def advance(self, now):
        outside = self.outside
        while outside and outside[0][0] <= now:
            when, _, arrive, deliver = heapq.heappop(outside)
            if when > self.now:
                self.now = when
            if deliver is not None:
                self.due.append(deliver)
            if arrive is not None:
                arrive()
        if now > self.now:
            self.now = whole(now)

    def deliver(self):
        while self.due:
            due, self.due = self.due, []
            for deliver in due:
                deliver()

    def join_threads(self):
        """Let come to its end what threads still do, as Python does before it ends."""
        self.deliver()
        while self.outside:
            self.advance(self.outside[0][0])
            self.deliver()

    def record(self, line):
        parent = self.parent
        if parent is None:
            current.record(line)
        elif self.now <= parent.now:
            parent.record(line)
        else:
            parent.at(self.now, lambda: parent.record(line), None)

    def block(self, done, timeout=None):
        """Let time pass, as a thread that waits does, until `done()`; whether it came to that."""
        deadline = None if timeout is None else self.now + timeout
        while True:
            self.advance(self.now)
            self.deliver()
            if done():
                return True
            if self.outside and (deadline is None or self.outside[0][0] <= deadline):
                self.advance(self.outside[0][0])
            elif deadline is None:
                current.stop('deadlock')
            else:
                self.advance(deadline)
                self.deliver()
                return done()

    def select(self, loop, timeout):
        """Stand in for the selector: deliver what is due, or jump to what comes next."""
        world = current
        if world is None or world.stopped is not None:
            raise Stop
        world.steps += 1
        if world.steps > world.limit_steps:
            world.stop('step limit')
        if self.outside:
            self.advance(self.now)
        if self.due:
            self.deliver()
            return
        if timeout == 0:
            return
        earliest = loop._scheduled[0]._when if timeout is not None else None
        if self.outside and (earliest is None or self.outside[0][0] < earliest):
            earliest = self.outside[0][0]
        if earliest is None or earliest == float('inf'):
            world.stop('deadlock')
        self.advance(earliest)
        if self.due:
            self.deliver()


class RealClock:
    """The machine's clock, counted from the start of the program."""
    parent = None
    worker = None

    def __init__(self):
        self.start = real_time.monotonic()

    @property
    def now(self):
        return real_time.monotonic() - self.start

    def join_threads(self):
        """Let come to their end what executors still do, as Python does before it ends; the next program's may do more."""
        thread = concurrent.futures.thread
        thread._python_exit()
        thread._threads_queues.clear()
        thread._shutdown = False

    def record(self, line):
        current.record(line)


class RehearsalClock(Clock):
    """A virtual clock that notes the moments at which something is due."""

    def __init__(self):
        Clock.__init__(self, 0, None)
        self.moments = set()

    def at(self, when, arrive, deliver):
        self.moments.add(when)
        Clock.at(self, when, arrive, deliver)

    def advance(self, now):
        self.moments.add(now)
        Clock.advance(self, now)


class PacedClock(RealClock):
    """The machine's clock, for a program that is meant for the virtual one.

    The moments of a rehearsal follow each other at one pace, however far apart they are on the virtual clock:
    nothing waits for long, and what is due later comes later by a margin that a loaded machine keeps.  The
    program is told the moment that it has come to.
    """
    BRISK = 20
    SLOW = 200
    """Milliseconds from one moment to the next."""

    def __init__(self, moments, pace):
        self.pace = pace
        self.moments = [0]
        for moment in sorted(moments):
            # Closer together than this they are one moment for the virtual clock too.
            if 1e-9 < moment - self.moments[-1] < float('inf'):
                self.moments.append(whole(moment))
        # Whole milliseconds, as loops round to them: equal deadlines stay equal.
        self.start = int(real_time.monotonic() * 1000) + 1

    @property
    def now(self):
        # A timer may come a little before its moment.
        step = int((real_time.monotonic() * 1000 - self.start) / self.pace + 0.25)
        last = len(self.moments) - 1
        return self.moments[max(step, 0)] if step <= last else self.moments[last] + 2 ** (step - last) - 1

    def wait(self, when):
        """Seconds of the machine until `when`, no fewer than one thousandth."""
        at = bisect.bisect_right(self.moments, when + 1e-9) - 1
        here = self.moments[at]
        if at + 1 < len(self.moments):
            at += (when - here) / (self.moments[at + 1] - here)
        else:
            # Nobody has rehearsed what comes after the last moment: soon in any case.
            at += math.log2(1 + when - here)
        elapsed = real_time.monotonic() * 1000
        while elapsed % 1 > 0.75:
            # Were the millisecond to change before the loop looks at its clock, the timer would come later than its equals.
            elapsed = real_time.monotonic() * 1000
        return max(1, self.start + round(at * self.pace) - int(elapsed)) / 1000

    def advance(self, now):
        if now > self.now:
            real_time.sleep(self.wait(now))


def make_virtual_time():
    module = types.ModuleType('time', real_time.__doc__)
    module.__dict__.update({k: v for k, v in vars(real_time).items() if not k.startswith('__')})

    def now():
        return current.clock.now if current is not None else 0

    def now_ns():
        return round(now() * 1_000_000_000)

    def sleep(seconds):
        if not isinstance(seconds, (int, float)):
            real_time.sleep(seconds)
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        if current is not None:
            current.clock.advance(current.clock.now + seconds)

    for name in ('time', 'monotonic', 'perf_counter'):
        setattr(module, name, now)
        setattr(module, name + '_ns', now_ns)
    module.sleep = sleep
    return module


# ---- order


class Ordered(set):
    """A set that iterates in order of insertion; a plain set put in comes in order of creation."""

    def __init__(self, values=()):
        self._order = dict.fromkeys(in_order(values))
        set.__init__(self, self._order)

    def __iter__(self):
        return iter(list(self._order))

    def __reversed__(self):
        return reversed(list(self._order))

    def _settle(self):
        for value in [v for v in self._order if not set.__contains__(self, v)]:
            del self._order[value]

    def add(self, value):
        set.add(self, value)
        self._order[value] = None

    def discard(self, value):
        set.discard(self, value)
        self._order.pop(value, None)

    def remove(self, value):
        set.remove(self, value)
        del self._order[value]

    def pop(self):
        if not self._order:
            raise KeyError('pop from an empty set')
        value = next(iter(self._order))
        self.remove(value)
        return value

    def clear(self):
        set.clear(self)
        self._order.clear()

    def copy(self):
        return Ordered(self)

    def update(self, *others):
        for other in others:
            for value in in_order(other):
                self.add(value)

    def union(self, *others):
        result = Ordered(self)
        result.update(*others)
        return result

    def difference(self, *others):
        result = Ordered(self)
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        result = Ordered(self)
        result.intersection_update(*others)
        return result

    def symmetric_difference(self, other):
        result = Ordered(self)
        result.symmetric_difference_update(other)
        return result

    def difference_update(self, *others):
        set.difference_update(self, *others)
        self._settle()

    def intersection_update(self, *others):
        set.intersection_update(self, *others)
        self._settle()

    def symmetric_difference_update(self, other):
        for value in list(in_order(other)):
            if value in self:
                self.remove(value)
            else:
                self.add(value)

    def __reduce__(self):
        return set, (list(self),)


Ordered.__name__ = Ordered.__qualname__ = 'set'
Ordered.__module__ = 'builtins'


def operator(method, inplace):
    def apply(self, other):
        if not isinstance(other, (set, frozenset, type({}.keys()))):
            return NotImplemented
        result = getattr(self, method)(other)
        return self if inplace else result

    def reflected(self, other):
        if not isinstance(other, (set, frozenset, type({}.keys()))):
            return NotImplemented
        return getattr(Ordered(other), method)(self)
    return apply, reflected


for _symbol, _method, _update in (('or', 'union', 'update'), ('and', 'intersection', 'intersection_update'),
                                  ('sub', 'difference', 'difference_update'),
                                  ('xor', 'symmetric_difference', 'symmetric_difference_update')):
    _plain, _reflected = operator(_method, False)
    setattr(Ordered, '__%s__' % _symbol, _plain)
    setattr(Ordered, '__r%s__' % _symbol, _reflected)
    setattr(Ordered, '__i%s__' % _symbol, operator(_update, True)[0])


def created(value):
    return current.created.get(id(value), 1 << 60) if current is not None else 0


def in_order(values):
    if isinstance(values, (set, frozenset)) and not isinstance(values, Ordered):
        return sorted(values, key=created)
    return values


# ---- the loop


def is_eager(factory):
    return getattr(factory, '__qualname__', '').startswith(('eager_task_factory', 'create_eager_task_factory.'))


class Observed:
    """What every loop of a program has, on whatever clock: its reports become lines, its tasks are counted."""

    def __init__(self, *args, **options):
        self._world = current
        super().__init__(*args, **options)

    def create_future(self):
        future = super().create_future()
        if current is not None:
            current.adopt(future)
        return future

    def create_task(self, coro, **options):
        world = current
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
        if handler is not None and current is not None:
            current.has_handlers = True

    def call_exception_handler(self, context):
        world = current
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
        if current is not None:
            current.event(context_text(context))

    def run_forever(self):
        if current is not None:
            current.ran = True
        super().run_forever()


def rename(task):
    """Give a task that was named by CPython's own counter the program's next number."""
    get_name = getattr(task, 'get_name', None)
    if get_name is not None and re.match(r'Task-\d+$', str(get_name())):
        current.tasks += 1
        task.set_name('Task-%d' % current.tasks)


def depends_on_collection(message):
    return message.endswith('exception was never retrieved') or message.startswith('Task was destroyed but it is pending')


def context_text(context):
    text = '! ' + scrub(context.get('message') or 'Unhandled exception in event loop')
    exception = context.get('exception')
    if exception is not None:
        text += ': ' + represent(exception)
    return text.replace('\n', '\\n')


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
        self._clock = current.clock if current is not None else Clock(0, None)
        self._clock_resolution = 1e-9
        self._selector = VirtualSelector(self, self._clock)
        self._asyncgens.data = Ordered()

    def time(self):
        return self._clock.now

    def _check_thread(self):
        super()._check_thread()
        if self._thread_id is not None and current is not None and current.clock is not self._clock:
            # An executor's function runs in the loop's thread, which it must not notice.
            raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')

    def create_future(self):
        future = asyncio.futures.Future(loop=self)
        world = current
        if world is not None:
            world.creations += 1
            world.created[id(future)] = world.creations
        return future

    def call_soon_threadsafe(self, callback, *args, **options):
        world = current
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
        world = current
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


class PacedTimers(Observed):
    """A foreign loop on the program's paced clock: its own timers, set by the machine's time."""

    def time(self):
        return super().time() if paced() is None else current.clock.now

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
        return super().time() if paced() is None else current.clock.now

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


def paced():
    """The clock of the program, if it is a paced one."""
    return current.clock if current is not None and isinstance(current.clock, PacedClock) else None


for _loop in (VirtualLoop, CountingLoop, RehearsalLoop, RealLoop):
    _loop.__name__ = _loop.__qualname__ = '_UnixSelectorEventLoop'
    _loop.__module__ = 'asyncio.unix_events'


# ---- executors


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
            thread_name_prefix = 'ThreadPoolExecutor-%d' % current.pools
            current.pools += 1
        self._prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._initialized = 0
        self._busy = 0
        self._workers = 0
        self._idle = []
        self._waiting = []
        self._when_idle = []
        self._shutdown = False
        self._clock = current.clock

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = concurrent.futures.Future()
        item = (future, fn, args, kwargs)
        if self._busy < self._max_workers:
            self._take(item, current.clock.now)
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
        outer, current.clock = current.clock, clock
        running = asyncio._get_running_loop()
        # Since 3.14 a thread has a current task, whatever its loop.
        task = asyncio.tasks._swap_current_task(running, None) if running is not None and sys.version_info >= (3, 14) else None
        asyncio._set_running_loop(None)
        if worker is not None:
            local, policy._local = policy._local, worker.local
        result = error = None
        try:
            if self._initializer is not None and self._initialized < self._max_workers:
                self._initialized += 1
                contextvars.Context().run(self._initializer, *self._initargs)
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
            current.clock = outer

        def deliver():
            # It comes from the worker's thread, where no loop runs: later releases of asyncio look.
            running = asyncio._get_running_loop()
            asyncio._set_running_loop(None)
            try:
                if error is not None:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            finally:
                asyncio._set_running_loop(running)

        self._clock.at(clock.now, lambda: self._free(worker), deliver)
        return True

    def _worker(self, policy):
        """The first that has nothing to do, or a new one; None where the program has a policy of its own, which knows no threads."""
        if self._idle:
            return self._idle.pop(0)
        if not isinstance(getattr(policy, '_local', None), threading.local):
            return None
        self._workers += 1
        return Worker(self._prefix, self._workers - 1, policy)

    def _free(self, worker):
        self._busy -= 1
        if worker is not None:
            self._idle.append(worker)
            self._idle.sort(key=lambda idle: idle.number)
        while self._waiting and self._busy < self._max_workers:
            self._take(self._waiting.pop(0), self._clock.now)
        if not self._busy:
            idle, self._when_idle = self._when_idle, []
            for deliver in idle:
                self._clock.at(self._clock.now, None, deliver)

    def when_idle(self, deliver):
        if self._busy:
            self._when_idle.append(deliver)
        else:
            self._clock.at(current.clock.now, None, deliver)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            waiting, self._waiting = self._waiting, []
            for item in waiting:
                item[0].cancel()
        if wait and self._busy:
            current.clock.block(lambda: not self._busy)

    if sys.version_info < (3, 9):
        _shutdown_and_cancel = shutdown

        def shutdown(self, wait=True):
            self._shutdown_and_cancel(wait)


VirtualExecutor.__name__ = VirtualExecutor.__qualname__ = 'ThreadPoolExecutor'
for _method in (VirtualExecutor.submit, VirtualExecutor.shutdown):
    _method.__qualname__ = 'ThreadPoolExecutor.' + _method.__name__
VirtualExecutor.__module__ = 'concurrent.futures.thread'


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
            current.clock.block(lambda: self.over, timeout)

    def is_alive(self):
        return not self.over


class VirtualThreading(types.ModuleType):
    """asyncio's view of threading."""
    Thread = ShutdownThread

    def current_thread(self):
        worker = None if current is None else current.clock.worker
        return threading.current_thread() if worker is None else worker

    def __getattr__(self, name):
        return getattr(threading, name)


# ---- a program


class World:
    """One program's clock, counters and trace."""

    def __init__(self, clock, limit_steps, limit_output, counting):
        self.clock = clock
        self.limit_steps = limit_steps
        self.limit_output = limit_output
        self.lines = []
        self.output = 0
        self.partial = ''
        self.steps = 0
        self.tasks = 0
        self.naming = []  # the names of tasks that are being made, each within the first step of the one before
        self.counting = counting
        self.known = weakref.WeakSet() if counting else ()
        self.pools = 0  # executors without a name of their own
        self.creations = 0
        self.created = {}
        self.reports = []
        self.deferred = []
        self.has_handlers = False
        self.ran = False
        self.stopped = None
        self.over = False
        self.delivering = False

    def adopt(self, future, number=None):
        if number is None:
            self.creations += 1
            number = self.creations
        self.created[id(future)] = number
        if self.counting:
            self.known.add(future)

    def event(self, text):
        """A line of the trace at the present time."""
        if self.over or self.stopped is not None:
            if self.delivering:
                self.reports.append(text if text.startswith('! ') else '! ' + text)
            elif self.stopped == 'flood':
                raise Stop
            return
        clock = self.clock
        clock.record(time_text(clock.now) + ' ' + text)

    def record(self, line):
        if self.over or self.stopped is not None:
            return
        self.lines.append(line)
        self.output += len(line) + 1
        if self.output > self.limit_output:
            self.stop('flood')

    def write(self, text):
        if '\n' not in text:
            self.partial += text
            if len(self.partial) > self.limit_output:
                self.stop('flood')
            return
        lines = (self.partial + text).split('\n')
        self.partial = lines.pop()
        for line in lines:
            self.event(line)

    def stop(self, why):
        # A thread that waits when all is over was thrown away with what it waited for.
        if self.stopped is None and not self.over:
            self.stopped = why
        raise Stop

    def warn(self, message, category, *place):
        if self.stopped is not None:
            return
        text = str(message)
        if 'was never awaited' in text:
            self.reports.append('! %s: %s' % (category.__name__, scrub(text.split('\n')[0])))
        elif not self.over:
            self.event('! %s: %s' % (category.__name__, scrub(text).replace('\n', '\\n')))

    def unraisable(self, unraisable):
        if self.stopped is None and not isinstance(unraisable.exc_value, Stop):
            self.reports.append(('! Exception ignored: ' + represent(unraisable.exc_value)).replace('\n', '\\n'))

    def deliver(self):
        """Hand the reports that waited for the collection to the loops' handlers."""
        deferred, self.deferred = self.deferred, []
        self.delivering = True
        try:
            for loop, context in deferred:
                loop.call_exception_handler(context)
        finally:
            self.delivering = False


class Refused(Exception):
    """The program is no Python that this interpreter reads."""


class Fault(Exception):
    def __init__(self, kind, message):
        Exception.__init__(self, message)
        self.kind = kind


def no_warning(*ignored):
    pass


def show_warning(message, category, filename, lineno, file=None, line=None):
    if current is not None:
        current.warn(message, category)


def show_unraisable(unraisable):
    if current is not None:
        current.unraisable(unraisable)


def compile_program(source):
    try:
        with_warnings, warnings.showwarning = warnings.showwarning, no_warning
        try:
            return compile(source, FILENAME, 'exec', dont_inherit=True)
        finally:
            warnings.showwarning = with_warnings
    except SyntaxError as error:
        raise Refused('line %d, column %d: %s' % (error.lineno or 1, error.offset or 1, error.msg)) from None
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise Refused('line 1, column 1: %s' % (str(error) or type(error).__name__)) from None


def defines_main(code, names):
    """Whether the harness has to run `main`: the module defines it and does not drive asyncio itself."""
    main = names.get('main')
    if not isinstance(main, types.FunctionType) or not DRIVERS.isdisjoint(code.co_names):
        return False
    made = main.__code__
    return bool(made.co_flags & CO_COROUTINE) and not (made.co_argcount or made.co_kwonlyargcount or made.co_flags & CO_VARIADIC)


def execute(world, code, names):
    """The program's outcome."""
    try:
        try:
            exec(code, names)
            value = asyncio.run(names['main']()) if not world.ran and defines_main(code, names) else None
            outcome = represent(value).replace('\n', '\\n')
        except Stop:
            raise
        except BaseException as raised:
            outcome = 'raises ' + represent(raised).replace('\n', '\\n')
        world.clock.join_threads()
        return outcome
    except Stop:
        return None


SURVIVORS = (types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type, int, float, str)


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


PYPY = sys.implementation.name == 'pypy'

# What a program needs to change a module or class that is not its own.
REACHING_OPCODES = tuple(opcode.opmap[name] for name in ('STORE_ATTR', 'DELETE_ATTR'))
IMPORT_NAME = opcode.opmap['IMPORT_NAME']
REACHING_NAMES = frozenset(['setattr', 'delattr', '__setattr__', '__delattr__', 'vars', 'globals', 'locals', 'exec', 'eval', '__import__',
                            '__dict__', '__globals__', '__builtins__'])


def is_plain(code):
    """Whether a program leaves everything alone that is not its own: nothing has to be restored after it."""
    opcodes = code.co_code[::2]
    if PYPY or any(map(opcodes.__contains__, REACHING_OPCODES)) or not REACHING_NAMES.isdisjoint(code.co_names):
        return False
    # A name with a dot is that of an import: this one does nothing, others may do anything.
    if opcodes.count(IMPORT_NAME) > ('concurrent.futures' in code.co_names):
        return False
    for constant in code.co_consts:
        kind = type(constant)
        if kind is str and constant in REACHING_NAMES or kind is types.CodeType and not is_plain(constant):
            return False
    return True


def set_aside(collected=False):
    """Keep what is alive out of the collections to come: they look at what is made from now on alone."""
    if hasattr(gc, 'freeze'):
        if collected:
            gc.unfreeze()
            gc.collect()
        gc.freeze()


# Programs from one collection of all there is to the next; after each only what it made is collected.
FULL_COLLECTION = 1000


class Harness:
    """Runs programs, one after the other, in a Python whose asyncio it has put on the virtual clock.

    A program that asks for the real clock gets this Python's own loop, threads and time back while it runs.
    `loop` is a factory of event loops that keep the machine's clock: all programs run on them then, those for
    the virtual clock on a paced one, after a rehearsal on the virtual clock.
    """

    def __init__(self, loop=None):
        self.clock = 'virtual' if loop is None else 'real'
        self.factory = loop
        self.policy = self.default_policy()
        self.time = make_virtual_time()
        self.pin_orders()
        self.replaced = []
        self.put_on_virtual_clock()
        logger = logging.getLogger('asyncio')
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        # Sources stay as they are: each traceback, as each task has one in debug mode, would look at the disk for all its files.
        linecache.checkcache = lambda filename=None: None
        self.snapshot = self.take_snapshot()
        gc.disable()
        set_aside(collected=True)
        self.runs = 0

    def default_policy(self):
        events = asyncio.events
        outer, events._event_loop_policy = events._event_loop_policy, None
        try:
            return type(event_loop_policy())
        finally:
            events._event_loop_policy = outer

    def pin_orders(self):
        """Give an order to what CPython iterates by address."""
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
            if current is not None and current.stopped is not None:
                return Ordered()
            return Ordered(sorted(native_all_tasks(loop), key=created))

        all_tasks.__doc__ = native_all_tasks.__doc__
        tasks.all_tasks = asyncio.all_tasks = all_tasks

    def replace(self, owner, name, virtual, real=None):
        """Put `virtual` in the place of what `owner` has; programs on the real clock find `real` there, or that."""
        self.replaced.append((owner, name, virtual, vars(owner)[name] if real is None else real))
        setattr(owner, name, virtual)

    def put_on_clock(self, clock):
        for owner, name, virtual, real in self.replaced:
            setattr(owner, name, virtual if clock == 'virtual' else real)

    def put_on_virtual_clock(self):
        self.replace(self.policy, '_loop_factory', staticmethod(self.make_virtual_loop),
                     staticmethod(RealLoop if self.factory is None else self.make_foreign_loop))
        for name in ('SelectorEventLoop', 'EventLoop'):
            if hasattr(asyncio, name):
                self.replace(asyncio, name, VirtualLoop, RealLoop)
        for module in (asyncio.base_events, asyncio.events):
            self.replace(module, 'threading', VirtualThreading('threading'))
        concurrent.futures.ThreadPoolExecutor  # It is loaded when first asked for.
        self.replace(concurrent.futures, 'ThreadPoolExecutor', VirtualExecutor)
        self.replace(concurrent.futures.thread, 'ThreadPoolExecutor', VirtualExecutor)

        def virtual(native):
            def wait(self, timeout=None):
                if current is None or self.done():
                    return native(self, timeout)
                current.clock.block(self.done, timeout)
                return native(self, 0)
            return wait

        def real(native):
            def wait(self, timeout=None):
                clock = paced()
                return native(self, timeout if clock is None or not timeout else clock.wait(clock.now + timeout))
            return wait
        for name in ('result', 'exception'):
            native = vars(concurrent.futures.Future)[name]
            self.replace(concurrent.futures.Future, name, virtual(native), real(native))

    def make_virtual_loop(self):
        return self.loop_class()

    def make_foreign_loop(self):
        loop = self.factory()
        kind = type(loop)
        pacing = PacedSelect if isinstance(loop, asyncio.BaseEventLoop) else PacedTimers
        loop.__class__ = type(kind.__name__, (pacing, kind), {'__module__': kind.__module__, '__doc__': kind.__doc__})
        loop._world = current
        return loop

    def take_snapshot(self):
        """asyncio's modules and classes, for programs that change them."""
        asyncio.events._event_loop_policy = None
        owners = [module for name, module in sorted(sys.modules.items())
                  if name == 'asyncio' or name.startswith('asyncio.') or name in ('concurrent.futures', 'contextvars')]
        owners.append(self.time)
        owners.append(builtins)
        classes = {value for module in owners for value in list(vars(module).values())
                   if isinstance(value, type) and value.__module__.startswith('asyncio') and value.__flags__ & (1 << 9)}
        return [(owner, vars(owner), dict(vars(owner))) for owner in owners + sorted(classes, key=lambda c: c.__qualname__)]

    def restore_snapshot(self):
        for owner, now, before in self.snapshot:
            if now != before:
                for name in [n for n in now if n not in before]:
                    delattr(owner, name)
                for name, value in before.items():
                    if name not in now or now[name] is not value:
                        setattr(owner, name, value)

    def run(self, source, steps=100_000, output=1_000_000, clock='virtual'):
        """The trace of a program, as (lines, outcome); raises Refused or Fault."""
        code = compile_program(source)
        counting = 'Task(' in source
        self.runs += 1
        if self.runs % FULL_COLLECTION == 0:
            set_aside(collected=True)
        if clock == 'real':
            return self.run_world(code, World(RealClock(), steps, output, counting))
        if self.factory is None:
            self.loop_class = CountingLoop if counting else VirtualLoop
            return self.run_world(code, World(Clock(0, None), steps, output, counting))
        self.loop_class = RehearsalLoop
        rehearsal = RehearsalClock()
        rehearsed = without_times(*self.run_world(code, World(rehearsal, steps, output, counting)))
        for pace in (PacedClock.BRISK, PacedClock.SLOW):
            lines, outcome = self.run_world(code, World(PacedClock(rehearsal.moments, pace), steps, output, counting))
            if without_times(lines, outcome) == rehearsed:
                # Otherwise it is the loop that differs, or the machine that was too busy.
                break
        return lines, outcome

    def run_world(self, code, world):
        """The trace of a compiled program in its world."""
        global current
        clock = world.clock
        real = isinstance(clock, RealClock)
        time = real_time if type(clock) is RealClock else self.time
        module = types.ModuleType('__main__')
        names = module.__dict__
        names.update(asyncio=asyncio, contextvars=contextvars, log=log, print=program_print, time=time, __builtins__=builtins)
        events = asyncio.events
        running = events._get_running_loop()
        outer = (sys.stdout, sys.unraisablehook, warnings.showwarning, warnings.filters[:], sys.modules.get('__main__'),
                 events._event_loop_policy, sys.getrecursionlimit(), sys.excepthook, sys.stderr)
        try:
            events._set_running_loop(None)
            events._event_loop_policy = None
            sys.stdout = Output()
            sys.unraisablehook = show_unraisable
            warnings.showwarning = show_warning
            warnings.filters[:] = FILTERS
            filters_changed()
            sys.modules['__main__'] = module
            sys.modules['time'] = time
            if real:
                self.put_on_clock('real')
            current = world
            outcome = contextvars.Context().run(execute, world, code, names)
            if world.partial:
                try:
                    world.write('\n')
                except Stop:
                    pass
            world.over = True
            forget_current_task()
            events._set_running_loop(None)
            events._event_loop_policy = None
            # What was still to happen on it may refer to everything.
            clock = None
            world.clock = Clock(world.clock.now, None)
            collect(world, names)
        finally:
            current = None
            sys.modules['time'] = real_time
            (sys.stdout, sys.unraisablehook, warnings.showwarning, warnings.filters[:], sys.modules['__main__'],
             events._event_loop_policy, limit, sys.excepthook, sys.stderr) = outer
            filters_changed()
            if sys.getrecursionlimit() != limit:
                sys.setrecursionlimit(limit)
            sys.set_coroutine_origin_tracking_depth(0)
            sys.set_asyncgen_hooks(None, None)
            gc.disable()
            policy = events._event_loop_policy
            events._event_loop_policy = None
            if real:
                self.put_on_clock('virtual')
            if not is_plain(code):
                self.restore_snapshot()
            events._event_loop_policy = policy
            events._set_running_loop(running)
            set_aside()
        if world.stopped == 'flood':
            raise Fault('flood', 'the trace is longer than %d characters' % world.limit_output)
        if world.stopped is not None:
            return world.lines, world.stopped
        world.lines.extend(sorted(world.reports))
        return world.lines, outcome


def without_times(lines, outcome):
    return [line if line.startswith('! ') else line.partition(' ')[2] for line in lines] + [outcome]


def make_filters():
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter('always')
        for category in (ResourceWarning, ImportWarning, PendingDeprecationWarning):
            warnings.simplefilter('ignore', category)
        return warnings.filters[:]


FILTERS = make_filters()
filters_changed = getattr(warnings, '_filters_mutated', None) or warnings._filters_mutated_lock_held


def print_traces(paths, clock):
    harness = Harness()
    failed = False
    for path in paths:
        if len(paths) > 1:
            print('# ' + path)
        try:
            with open(path, encoding='utf-8') as file:
                source = file.read()
            lines, outcome = harness.run(source, clock=clock)
        except (OSError, UnicodeDecodeError, Refused, Fault) as error:
            failed = True
            sys.stderr.write('%s: %s\n' % (path, error))
            continue
        for line in lines:
            print(line)
        print('=> ' + outcome)
    return 2 if failed else 0


def version_text():
    """This interpreter's asyncio version, as the adapter claims it."""
    return '%d.%d.%d' % sys.version_info[:3]


def hello(harness):
    clock = harness.clock
    name = 'pyodide' if sys.platform == 'emscripten' else sys.implementation.name
    loop = '' if harness.factory is None else '-' + harness.factory.__module__.partition('.')[0]
    lacks = [capability for capability, missing in (
        ('threads', sys.platform == 'emscripten'),
        ('streams', sys.platform == 'emscripten'),
        ('sockets', sys.platform in ('emscripten', 'win32')),
        ('subprocesses', sys.platform in ('emscripten', 'win32')),
        ('signals', sys.platform in ('emscripten', 'win32')),
        ('aiohttp', sys.platform == 'emscripten' or importlib.util.find_spec('aiohttp') is None),
        ('exception-groups', sys.version_info < (3, 11)),
        ('eager-tasks', sys.version_info < (3, 12))) if missing]
    return {'protocol': PROTOCOL, 'name': name + '-' + version_text() + loop, 'version': sys.version.split()[0], 'level': 'CPYTHON' if clock == 'virtual' else 'SHOULD',
            'claims': version_text(), 'clock': clock, 'lacks': lacks}


def answer(harness, request):
    """The answer to one request of the protocol."""
    started = real_time.perf_counter()
    limits = request['limits']
    try:
        lines, outcome = harness.run(request['program'], limits['steps'], limits['output'], request.get('clock', 'virtual'))
    except Refused as error:
        return {'id': request['id'], 'fault': 'refused', 'message': str(error)}
    except Fault as error:
        return {'id': request['id'], 'fault': error.kind, 'message': str(error)}
    milliseconds = round((real_time.perf_counter() - started) * 1000, 3)
    return {'id': request['id'], 'trace': lines, 'outcome': outcome, 'milliseconds': milliseconds}


def channel():
    """For a host in this process: the hello, and a function from a request to its answer, all JSON text."""
    import json
    harness = Harness()
    return json.dumps(hello(harness)), lambda request: json.dumps(answer(harness, json.loads(request)))


class Watchdog:
    """Ends this process when a program hangs and nobody is left to kill it."""
    GRACE = 2
    REST = 1

    def __init__(self):
        import faulthandler
        self.faulthandler = faulthandler
        self.armed = None

    def watch(self, seconds):
        now = real_time.monotonic()
        if self.armed is None or now - self.armed > self.REST:
            self.armed = now
            # A thread of C's: it also ends a loop that never lets go of the GIL.
            self.faulthandler.dump_traceback_later(seconds + self.GRACE + self.REST, exit=True, file=sys.__stderr__)

    def rest(self):
        if self.armed is not None:
            self.armed = None
            self.faulthandler.cancel_dump_traceback_later()


def serve(loop):
    """Answer requests on stdin until it ends; programs that write to file descriptor 1 reach stderr."""
    import json
    import os
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    if hasattr(os, 'register_at_fork'):
        # A process that a program forks has no part in the conversation, and must not keep it open.
        os.register_at_fork(after_in_child=lambda: (os.close(requests), os.close(answers)))
    # One encoder and one decoder: json.dumps with options makes one each time.
    encode = json.JSONEncoder(separators=(',', ':')).encode
    decode = json.JSONDecoder().decode

    def send(message):
        data = (encode(message) + '\n').encode('ascii')
        while data:
            data = data[os.write(answers, data):]

    harness = Harness(loop)
    send(hello(harness))
    watchdog = Watchdog()
    pieces = []
    while True:
        watchdog.rest()
        data = os.read(requests, 1 << 16)
        if not data:
            return 0
        lines = data.split(b'\n')
        pieces.append(lines[0])
        if len(lines) == 1:
            continue
        lines[0] = b''.join(pieces)
        pieces = [lines.pop()]
        for line in lines:
            if not line.strip():
                continue
            request = decode(line.decode('utf-8'))
            watchdog.watch(request['limits']['seconds'])
            send(answer(harness, request))


def find_loop(name):
    """The factory that `module:factory` names."""
    module, colon, attribute = name.partition(':')
    if not colon or not attribute:
        raise ValueError('%r is not of the form module:factory' % name)
    import importlib
    factory = getattr(importlib.import_module(module), attribute)
    if not callable(factory):
        raise TypeError('%s is not callable' % name)
    return factory


def main(arguments):
    # Programs import from where the caller says, not from beside this file.
    if sys.path and sys.path[0] and __file__.startswith(sys.path[0]):
        del sys.path[0]
    if arguments[:1] == ['--serve']:
        loop = None
        if arguments[1:]:
            try:
                loop = find_loop(arguments[2])
            except Exception as error:
                sys.stderr.write('no event loop: %s: %s\n' % (type(error).__name__, error))
                return 3
        return serve(loop)
    clock = 'virtual'
    if arguments[:1] == ['--real']:
        clock = 'real'
        del arguments[0]
    if not arguments or arguments[0].startswith('-'):
        sys.stderr.write(__doc__)
        return 2
    if hasattr(sys.stdout, 'reconfigure'):
        sys.stdout.reconfigure(encoding='utf-8')
    return print_traces(arguments, clock)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
