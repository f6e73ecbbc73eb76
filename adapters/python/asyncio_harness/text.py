"""Values as texts of the trace, see spec/trace-notation.md."""

import builtins
import re

from asyncio_harness.ordered import Ordered

PLACE = re.compile(r'(?:,? defined at|,? created at| at) (?:<[^<>\n]*>|[^<>\'"\n]*?\.pyc?):\d+')
GRAPH_PLACE = re.compile(r'(?<=  \|   )File (?:\'[^\'\n]*\'|"[^"\n]*"), line \d+, ')
ADDRESS = re.compile(r'\b0x[0-9a-fA-F]{5,}')
WHOLE_FLOAT = re.compile(r'(?<![\w.\'"])(\d+)\.0(?![\w.])')

PLAIN_EXCEPTION_REPRS = {BaseException.__repr__}
if hasattr(builtins, 'BaseExceptionGroup'):
    PLAIN_EXCEPTION_REPRS.add(builtins.BaseExceptionGroup.__repr__)


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


def display(value):
    """What print writes of a value."""
    kind = type(value)
    if kind is str:
        return scrub(value)
    if kind in (float, list, tuple, dict, set, frozenset, Ordered):
        return represent(value)
    return scrub(str(value))
