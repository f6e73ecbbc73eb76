"""Runs programs on this Python's own asyncio and leaves their traces.

    python3 asyncio_harness [--real] FILE.py...   prints the trace of each program
    python3 asyncio_harness --serve [--loop M:F]  JSON lines, see spec/adapter-protocol.md

A request with `"clock":"real"`, or a file after --real, runs on the genuine loop, with threads, sockets,
processes and signals.
"""

import asyncio
import importlib
import sys

from asyncio_harness.endings import Fault, Refused
from asyncio_harness.harness import Harness
from asyncio_harness.serve import serve


def print_traces(paths, clock):
    harness = Harness()
    failed = False
    for path in paths:
        if len(paths) > 1:
            print('# ' + path)
        try:
            with open(path, encoding='utf-8-sig') as file:
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


def find_loop(name):
    """The factory that `module:factory` names."""
    module, colon, attribute = name.partition(':')
    if not colon or not attribute:
        raise ValueError('%r is not of the form module:factory' % name)
    factory = getattr(importlib.import_module(module), attribute)
    if not callable(factory):
        raise TypeError('%s is not callable' % name)
    loop = factory()
    if not isinstance(loop, asyncio.AbstractEventLoop):
        raise TypeError('%s gives no event loop, but %r' % (name, loop))
    loop.close()
    return factory


def main(arguments):
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
