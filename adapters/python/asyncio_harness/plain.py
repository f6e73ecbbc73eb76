"""Whether a program changes what is not its own."""

import opcode
import types

from asyncio_harness.collection import PYPY

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
