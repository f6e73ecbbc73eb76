import { argumentError } from './argument-error.ts'
import { nativeArgumentError, type NativeConvention } from './native-argument-error.ts'
import { readSignature, type CallSignature } from './call-signature.ts'

/** How something of asyncio takes its arguments, and what messages call it. */
export interface AsyncioCallee {
  readonly name: string
  readonly signature: CallSignature
  /** How CPython's own functions in C take them; a Python function otherwise. */
  readonly native: NativeConvention | undefined
  /** How many arguments fit when all are given by position. */
  readonly least: number
  readonly most: number
  /** Parameters by position that JavaScript takes by name. */
  readonly byName: readonly string[]
}

type Rows = Readonly<Record<string, string>>

/**
 * What CPython 3.14's asyncio takes, in the notation of `signature`. Behind `C:` stand functions written in C, which
 * say otherwise what is wrong: `none` and `one` argument, `count` of positional ones, or parsed like Python's.
 */
const functions: Rows = {
  sleep: 'delay, result=', gather: '*coros_or_futures, return_exceptions=', wait: 'fs, *, timeout=, return_when=', wait_for: 'fut, timeout', shield: 'arg', as_completed: 'fs, *, timeout=',
  create_task: 'coro, **kwargs', ensure_future: 'coro_or_future, *, loop=', run: 'main, *, debug=, loop_factory=', timeout: 'delay', timeout_at: 'when', to_thread: 'func, /, *args, **kwargs',
  run_coroutine_threadsafe: 'coro, loop', wrap_future: 'future, *, loop=', current_task: 'C:parsed loop=', all_tasks: 'C:parsed loop=', get_running_loop: 'C:none', get_event_loop: 'C:none', new_event_loop: '',
  set_event_loop: 'loop', iscoroutine: 'obj', iscoroutinefunction: 'func', isfuture: 'obj', create_eager_task_factory: 'custom_task_constructor', eager_task_factory: 'loop, coro, *, eager_start=, **kwargs',
  future_add_to_awaited_by: 'C:count fut, waiter', future_discard_from_awaited_by: 'C:count fut, waiter', capture_call_graph: 'future=, /, *, depth=, limit=', format_call_graph: 'future=, /, *, depth=, limit=', print_call_graph: 'future=, /, *, file=, depth=, limit=',
}

const queue: Rows = { __init__: 'maxsize=', empty: '', full: '', get: '', get_nowait: '', join: '', put: 'item', put_nowait: 'item', qsize: '', shutdown: 'immediate=', task_done: '' }
const lock: Rows = { __init__: '', acquire: '', locked: '', release: '' }
const semaphore: Rows = { ...lock, __init__: 'value=' }
const future: Rows = {
  __init__: 'C:parsed *, loop=', add_done_callback: 'C:parsed fn, /, *, context=', cancel: 'C:parsed msg=', cancelled: 'C:none', done: 'C:none', exception: 'C:parsed ', get_loop: 'C:parsed ',
  remove_done_callback: 'C:parsed fn, /', result: 'C:none', set_exception: 'C:parsed exception, /', set_result: 'C:parsed result, /',
}
const handle: Rows = { __init__: 'callback, args, loop, context=', cancel: '', cancelled: '', get_context: '' }
const anyArguments: Rows = { __init__: 'C:any' }

const classes: Readonly<Record<string, Rows>> = {
  Future: future,
  Task: {
    ...future, __init__: 'C:parsed coro, *, loop=, name=, context=, eager_start=', cancelling: 'C:none', uncancel: 'C:none', get_context: 'C:none', get_coro: 'C:none', get_name: 'C:none', set_name: 'C:one',
    get_stack: 'C:parsed *, limit=', print_stack: 'C:parsed *, limit=, file=', set_exception: 'C:one', set_result: 'C:one',
  },
  Queue: queue, PriorityQueue: queue, LifoQueue: queue, Lock: lock, Semaphore: semaphore, BoundedSemaphore: semaphore,
  Event: { __init__: '', clear: '', is_set: '', set: '', wait: '' },
  Condition: { ...lock, __init__: 'lock=', notify: 'n=', notify_all: '', wait: '', wait_for: 'predicate' },
  Barrier: { __init__: 'parties', abort: '', reset: '', wait: '' },
  TaskGroup: { __init__: '', create_task: 'coro, **kwargs' },
  Timeout: { __init__: 'when', expired: '', reschedule: 'when', when: '' },
  Runner: { __init__: '*, debug=, loop_factory=', close: '', get_loop: '', run: 'coro, *, context=' },
  Handle: handle, TimerHandle: { ...handle, __init__: 'when, callback, args, loop, context=', when: '' },
  EventLoop: {
    call_at: 'when, callback, *args, context=', call_later: 'delay, callback, *args, context=', call_soon: 'callback, *args, context=', call_soon_threadsafe: 'callback, *args, context=',
    call_exception_handler: 'context', default_exception_handler: 'context', close: '', create_future: '', create_task: 'coro, **kwargs', get_debug: '', get_exception_handler: '', get_task_factory: '', is_closed: '', is_running: '',
    run_forever: '', run_in_executor: 'executor, func, *args', run_until_complete: 'future', set_debug: 'enabled', set_default_executor: 'executor', set_exception_handler: 'handler', set_task_factory: 'factory',
    shutdown_asyncgens: '', shutdown_default_executor: 'timeout=', stop: '', time: '',
  },
  ThreadPoolExecutor: { submit: 'fn, /, *args, **kwargs', shutdown: 'wait=, *, cancel_futures=' },
  Coroutine: { send: 'C:one', throw: 'C:count typ, val=, tb=', close: 'C:none' },
  AsyncGenerator: { asend: 'C:one', athrow: 'C:count typ, val=, tb=', aclose: 'C:none' },
  CancelledError: anyArguments, InvalidStateError: anyArguments, QueueEmpty: anyArguments, QueueFull: anyArguments, QueueShutDown: anyArguments, BrokenBarrierError: anyArguments, TimeoutError: anyArguments,
  StreamReader: { __init__: 'limit=, loop=', exception: '', set_exception: 'exc' }, IncompleteReadError: { __init__: 'partial, expected' }, LimitOverrunError: { __init__: 'message, consumed' },
}

/** Parameters that Python takes by position and JavaScript in the options. */
const inOptions: Rows = { 'StreamReader.__init__': 'loop' }

/** Names that messages have for classes where they differ from ours. */
const titles: Rows = { EventLoop: 'BaseEventLoop', Coroutine: 'coroutine', AsyncGenerator: 'async_generator' }

/** The class whose Python code a method is in, for those that inherit it. */
const owners: Readonly<Record<string, (method: string) => string>> = {
  PriorityQueue: () => 'Queue', LifoQueue: () => 'Queue',
  BoundedSemaphore: (method) => (method === '__init__' || method === 'release' ? 'BoundedSemaphore' : 'Semaphore'),
  Condition: (method) => (method in lock && method !== '__init__' ? 'Lock' : 'Condition'), TimerHandle: (method) => (method === '__init__' || method === 'when' || method === 'cancel' ? 'TimerHandle' : 'Handle'),
}

/** What is known of a method of a class of asyncio's, `__init__` included, or of the function when there is no class. */
export function asyncioCallee(cls: string, name: string): AsyncioCallee | undefined {
  return cls === '' ? parametersOf(name) : ofMethod(cls, name)
}

/** What is wrong with a call of `asyncio.name`; undefined when the arguments fit, or nothing is known of them. */
export function functionArgumentError(name: string, given: number, keywords: readonly string[]): string | undefined {
  return calleeError(parametersOf(name) ?? ofMethod(name, '__init__'), given, keywords)
}

/** What is wrong with a call of a method of asyncio's class `cls`, `__init__` included. */
export function methodArgumentError(cls: string, method: string, given: number, keywords: readonly string[]): string | undefined {
  return calleeError(ofMethod(cls, method), given, keywords)
}

const withMethod = new Map<string, readonly AsyncioCallee[]>()

/** Whether any class of asyncio has a method of that name that the arguments do not fit. */
export function mayMisfit(method: string, given: number, keywords: readonly string[]): boolean {
  let having = withMethod.get(method)
  if (having === undefined) withMethod.set(method, (having = Object.keys(classes).map((cls) => ofMethod(cls, method)).filter((parameters) => parameters !== undefined)))
  return having.some((parameters) => calleeError(parameters, given, keywords) !== undefined)
}

/** The classes whose rows are known. */
export function isKnownClass(name: string): boolean {
  return Object.hasOwn(classes, name)
}

const read = new Map<string, AsyncioCallee | undefined>()
const readOfClass = new Map<string, Map<string, AsyncioCallee | undefined>>()

/** The parameters of a function, read from the tables once. */
function parametersOf(name: string): AsyncioCallee | undefined {
  const known = read.get(name)
  if (known !== undefined || read.has(name)) return known
  const found = functionParameters(name)
  read.set(name, found)
  return found
}

/** Those of a method, the same. */
function ofMethod(cls: string, method: string): AsyncioCallee | undefined {
  let methods = readOfClass.get(cls)
  if (methods === undefined) readOfClass.set(cls, (methods = new Map()))
  const known = methods.get(method)
  if (known !== undefined || methods.has(method)) return known
  const found = methodParameters(cls, method)
  methods.set(method, found)
  return found
}

function functionParameters(name: string): AsyncioCallee | undefined {
  const row = Object.hasOwn(functions, name) ? functions[name] : undefined
  return row === undefined ? undefined : parameters(name === 'eager_task_factory' ? 'create_eager_task_factory.<locals>.factory' : name, row, `_asyncio.${name}`, 0)
}

function methodParameters(cls: string, method: string): AsyncioCallee | undefined {
  const rows = Object.hasOwn(classes, cls) ? classes[cls] : undefined
  const row = rows !== undefined && Object.hasOwn(rows, method) ? rows[method] : undefined
  if (row === undefined) return undefined
  const owner = row.startsWith('C:') ? cls : (owners[cls]?.(method) ?? cls)
  const title = titles[owner] ?? owner
  if (!row.startsWith('C:')) return parameters(`${title}.${method}`, row, '', 1)
  return method === '__init__' ? parameters(cls, row, cls, 0) : parameters(method, row, `${title}.${method}`, 0)
}

function parameters(name: string, row: string, fullName: string, implicit: number): AsyncioCallee {
  const [, kind, text = ''] = /^C:(\w+) ?(.*)$/.exec(row) ?? []
  const native = kind === 'none' || kind === 'one' || kind === 'any' || kind === 'count' || kind === 'parsed' ? { kind, fullName } as const : undefined
  const isSaidInFull = kind === 'none' || kind === 'one' || kind === 'any'
  const signature = readSignature(native === undefined ? row : kind === 'one' ? 'value' : kind === 'any' ? '*args' : text, implicit)
  const count = signature.positional.length
  return { name: isSaidInFull ? fullName : name, signature, native, least: count - signature.defaults, most: signature.rest ? Infinity : count, byName: inOptions[name]?.split(', ') ?? [] }
}

/** What is wrong with a call; undefined when the arguments fit, or nothing is known of who is called. */
export function calleeError(parameters: AsyncioCallee | undefined, given: number, keywords: readonly string[]): string | undefined {
  if (parameters === undefined) return undefined
  const { name, signature, native, least, most } = parameters
  if (keywords.length === 0 && given >= least && given <= most) return undefined
  return native === undefined ? argumentError(name, signature, given, keywords) : nativeArgumentError(name, signature, native, given, keywords)
}
