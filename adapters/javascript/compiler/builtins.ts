/** What the builtin functions give, where that is always the same; `` where it is not. */
export const builtinFunctions: Readonly<Record<string, string>> = {
  abs: '', all: 'bool', any: 'bool', ascii: 'str', bin: 'str', bool: 'bool', bytes: '', bytearray: '', callable: 'bool', chr: 'str', delattr: '', dict: 'dict', dir: '', divmod: 'tuple', enumerate: '', filter: '',
  float: '', format: 'str', frozenset: '', getattr: '', globals: '', hasattr: 'bool', hash: 'number', hex: 'str', id: 'number', int: 'number', isinstance: 'bool', issubclass: 'bool', iter: '',
  len: 'number', list: 'list', map: '', max: '', min: '', next: '', object: '', oct: 'str', ord: 'number', pow: '', print: 'none', log: 'none', range: 'range', repr: 'str', reversed: '', round: 'number',
  set: 'set', setattr: 'none', slice: '', sorted: 'list', str: 'str', sum: '', tuple: 'tuple', type: '', vars: '', zip: '', aiter: '', anext: '',
}

/** Builtins that are types: as values they are classes. */
export const builtinTypes: ReadonlySet<string> = new Set('int float bool str list dict set tuple frozenset bytes bytearray object type range'.split(' '))

/** Builtins that a program cannot mean to use on both sides; refused with what to write instead. */
export const refusedBuiltins: Readonly<Record<string, string>> = {
  eval: 'write the expression', exec: 'write the statements', compile: 'write the code', open: 'programs have no files', input: 'programs have no input',
  globals: 'name the variable', locals: 'name the variable', __import__: 'write import', memoryview: 'use bytes', complex: 'use numbers', breakpoint: 'log the values',
}

/** Keyword arguments of builtins that JavaScript takes by position: the place counts from 0. */
export const builtinPositions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  enumerate: { iterable: 0, start: 1 }, sum: { start: 1 }, int: { base: 1 }, round: { number: 0, ndigits: 1 }, pow: { base: 0, exp: 1, mod: 2 },
}

/** Python's builtin exceptions. */
export const builtinExceptions: ReadonlySet<string> = new Set(
  ('BaseException BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception ArithmeticError FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError ' +
    'BufferError EOFError ExceptionGroup ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError OSError IOError EnvironmentError BlockingIOError ChildProcessError ConnectionError ' +
    'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ' +
    'ProcessLookupError TimeoutError ReferenceError RuntimeError NotImplementedError RecursionError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError UnicodeError ' +
    'Warning BytesWarning DeprecationWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning').split(' '),
)

/** Exceptions that JavaScript's own errors stand for: handlers of these ask the runtime what was caught. */
export const translatedExceptions: ReadonlySet<string> = new Set('BaseException Exception TypeError AttributeError NameError UnboundLocalError RuntimeError RecursionError'.split(' '))

/** The modules a program may import, and those given without import. */
export const modules: ReadonlySet<string> = new Set(
  'asyncio time contextvars functools contextlib collections itertools operator math random gc sys inspect types warnings traceback typing concurrent __future__ dataclasses enum json os tempfile signal threading'.split(' '),
)
/** Those that reach what is outside the program, this very process, its files and its signals, or beside it: threads. Only for the real clock. */
export const outsideModules: ReadonlySet<string> = new Set(['os', 'signal', 'tempfile', 'threading'])
export const givenModules: ReadonlySet<string> = new Set(['asyncio', 'time', 'contextvars'])

/** Members of the modules that are classes and are made with `new`. */
export const moduleClasses: ReadonlySet<string> = new Set(
  'deque defaultdict OrderedDict Counter AsyncExitStack ExitStack ContextVar Context ThreadPoolExecutor Random Future Thread'.split(' '),
)
