"""The source of a program: compiled, looked at, executed."""

import asyncio
import types
import warnings

from asyncio_harness.endings import Refused, Stop
from asyncio_harness.text import represent

FILENAME = 'program.py'
CO_COROUTINE = 0x80
CO_VARIADIC = 0x0C

# A module that names one of these at its own level drives asyncio itself; the JavaScript adapter has the same list.
DRIVERS = frozenset(['run', 'run_until_complete', 'run_forever', 'Runner'])


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


def no_warning(*ignored):
    pass


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
