/*
 * What a compiled program imports when it stands in a file of its own: Python's builtins for the reference
 * implementation on the real clock. In an adapter every run is given its own instead (javascript/provide.ts).
 */
import * as asyncio from '../reference-impl/index.ts'
import { call, makeOutput, makePythonModule, useImplementation } from './javascript/runtime/index.ts'
import { moduleWorld } from './javascript/world.ts'

export * from './javascript/runtime/index.ts'

const world = moduleWorld(asyncio)({ steps: Infinity, repr: String, report() {}, warn() {}, unraisable() {}, print: text => console.log(text) })

/** `log` and `print` write trace lines to standard output, with the tenths of seconds since the start. */
export const { log, print } = makeOutput({ now: () => Math.round(world.now() * 10) / 10, emit: line => console.log(line) })

export const {
  BaseException, BaseExceptionGroup, GeneratorExit, KeyboardInterrupt, SystemExit, CancelledError, Exception, ExceptionGroup,
  ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, AssertionError, AttributeError, BufferError, EOFError,
  ImportError, ModuleNotFoundError, LookupError, IndexError, KeyError, MemoryError, NameError, UnboundLocalError, OSError, BlockingIOError,
  ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError,
  FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError,
  TimeoutError, ReferenceError, RuntimeError, NotImplementedError, PythonFinalizationError, RecursionError, StopAsyncIteration,
  StopIteration, SyntaxError, IndentationError, TabError, SystemError, TypeError, ValueError, UnicodeError, UnicodeDecodeError,
  UnicodeEncodeError, UnicodeTranslateError, Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning,
  PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning,
} = useImplementation(asyncio)

const pythonModule = (name: string): unknown =>
  makePythonModule(name, { implementation: asyncio, style: 'generator', claims: '3.14', clock: world, call, filterWarnings() {} })

export const time = pythonModule('time')
export const functools = pythonModule('functools')
export const contextlib = pythonModule('contextlib')
export const collections = pythonModule('collections')
export const itertools = pythonModule('itertools')
export const operator = pythonModule('operator')
export const math = pythonModule('math')
export const random = pythonModule('random')
export const gc = pythonModule('gc')
export const sys = pythonModule('sys')
export const inspect = pythonModule('inspect')
export const contextvars = pythonModule('contextvars')
export const types = pythonModule('types')
export const warnings = pythonModule('warnings')
export const concurrent = { futures: asyncio.concurrentFutures }
