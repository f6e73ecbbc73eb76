"""What a program writes with: log, print and sys.stdout."""

import builtins
import sys

from asyncio_harness import current
from asyncio_harness.text import display, represent, scrub


def log(*values):
    """One line of the trace: a str as it is, everything else as its repr, joined by spaces."""
    text = ' '.join([scrub(value) if type(value) is str else represent(value) for value in values])
    if '\n' in text:
        text = text.replace('\n', '\\n')
    world = current.world
    if world is not None:
        world.event(text)


def program_print(*values, sep=' ', end='\n', file=None, flush=False):
    """print, every line of whose text is a line of the trace."""
    if file is not None and file is not sys.stdout:
        return builtins.print(*values, sep=sep, end=end, file=file, flush=flush)
    text = (' ' if sep is None else sep).join(map(display, values)) + ('\n' if end is None else end)
    if current.world is not None:
        current.world.write(text)


program_print.__name__ = program_print.__qualname__ = 'print'


class Output:
    """The program's sys.stdout, for what does not go through the given print."""
    encoding = 'utf-8'
    errors = 'strict'
    closed = False

    def write(self, text):
        if current.world is not None:
            current.world.write(scrub(text))
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
