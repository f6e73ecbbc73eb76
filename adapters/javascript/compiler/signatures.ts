import type { Parameters } from './arguments.ts'

/**
 * How Python's arguments become an implementation's: names before `|` are positional, `*` takes the rest of the
 * positional ones, names behind `|` are keys of the trailing options object. Python's names; they are written in camelCase.
 * How many of them something of asyncio requires is its own business.
 */
function signature(text: string): Parameters {
  const [before = '', behind = ''] = text.split('|')
  const names = before.split(' ').filter((name) => name !== '')
  return {
    positional: names.filter((name) => name !== '*'), required: 0, positionalOnly: 0, rest: names.includes('*'),
    options: behind.split(' ').filter((name) => name !== ''), requiredOptions: [], anyOption: false,
  }
}

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, Parameters> {
  return new Map(Object.entries(rows).map(([name, text]) => [name, signature(text)]))
}

/** How connections and servers are made; what an implementation does not offer it refuses. */
const connecting = 'ssl family proto flags sock local_addr server_hostname ssl_handshake_timeout ssl_shutdown_timeout happy_eyeballs_delay interleave all_errors'
const connectingUnix = 'ssl sock server_hostname ssl_handshake_timeout ssl_shutdown_timeout'
const serving = 'family flags sock backlog ssl reuse_address reuse_port keep_alive ssl_handshake_timeout ssl_shutdown_timeout start_serving'
const servingUnix = 'sock backlog ssl ssl_handshake_timeout ssl_shutdown_timeout start_serving cleanup_socket'

/** How processes are started. */
const starting = 'stdin stdout stderr env cwd start_new_session executable text encoding errors universal_newlines bufsize shell'

/** The functions of the module `asyncio`. */
export const asyncioFunctions = table({
  sleep: 'delay result', gather: '* | return_exceptions', wait: 'fs | timeout return_when', wait_for: 'fut timeout', shield: 'arg',
  as_completed: 'fs | timeout', create_task: 'coro | name context eager_start', ensure_future: 'coro_or_future | loop',
  run: 'main | debug loop_factory', timeout: 'delay', timeout_at: 'when', to_thread: 'func *', run_coroutine_threadsafe: 'coro loop',
  wrap_future: 'future | loop', open_connection: `host port | limit ${connecting}`, create_subprocess_exec: `program * | limit ${starting}`,
  create_subprocess_shell: `cmd | limit ${starting}`, start_server: `client_connected_cb host port | limit ${serving}`,
  open_unix_connection: `path | limit ${connectingUnix}`, start_unix_server: `client_connected_cb path | limit ${servingUnix}`, current_task: 'loop', all_tasks: 'loop', get_running_loop: '', get_event_loop: '', new_event_loop: '',
  set_event_loop: 'loop', _get_running_loop: '', _set_running_loop: 'loop', iscoroutine: 'obj', iscoroutinefunction: 'func', isfuture: 'obj',
  eager_task_factory: 'loop coro | name context', create_eager_task_factory: 'custom_task_constructor', get_event_loop_policy: '',
  set_event_loop_policy: 'policy', future_add_to_awaited_by: 'fut waiter', future_discard_from_awaited_by: 'fut waiter', capture_call_graph: 'future | depth limit',
  print_call_graph: 'future | file depth limit', format_call_graph: 'future | depth limit', _register_task: 'task', _unregister_task: 'task', _enter_task: 'loop task', _leave_task: 'loop task',
})

/** The classes of the module `asyncio`, exceptions included. */
export const asyncioClasses = table({
  Task: 'coro | loop name context eager_start', Future: '| loop', Queue: 'maxsize', PriorityQueue: 'maxsize', LifoQueue: 'maxsize', Lock: '', Event: '',
  Condition: 'lock', Semaphore: 'value', BoundedSemaphore: 'value', Barrier: 'parties', TaskGroup: '', Timeout: 'when', Runner: '| debug loop_factory',
  Handle: 'callback args loop context', TimerHandle: 'when callback args loop context', AbstractEventLoop: '', BaseEventLoop: '', SelectorEventLoop: 'selector', EventLoop: '',
  AbstractEventLoopPolicy: '', DefaultEventLoopPolicy: '',
  CancelledError: '*', TimeoutError: '*', InvalidStateError: '*', QueueEmpty: '*', QueueFull: '*', QueueShutDown: '*', StreamReader: 'limit | loop', StreamWriter: 'transport protocol reader loop', StreamReaderProtocol: 'stream_reader client_connected_cb loop', Protocol: '', BaseProtocol: '', SubprocessProtocol: '', Server: '', BrokenBarrierError: '*',
  IncompleteReadError: 'partial expected', LimitOverrunError: 'message consumed', SendfileNotAvailableError: '*', FrameCallGraphEntry: '', FutureCallGraph: '',
})

/** What asyncio has for streams, transports, processes and signals: there is nothing outside a program on a virtual clock. */
export const asyncioOutside: ReadonlySet<string> = new Set(
  ('BufferedProtocol DatagramProtocol ' +
    'BaseTransport Transport ReadTransport WriteTransport DatagramTransport SubprocessTransport AbstractServer Server staggered streams transports protocols sslproto selector_events unix_events').split(' '),
)

/** What asyncio has for sockets and processes, which a program has on the real clock only. */
export const asyncioReal: ReadonlySet<string> = new Set(
  'open_connection start_server open_unix_connection start_unix_server create_subprocess_exec create_subprocess_shell subprocess Protocol SubprocessProtocol'.split(' '),
)

/** Methods of the event loop that are about sockets, pipes and processes. */
export const loopMethodsOutside: ReadonlySet<string> = new Set(
  ('create_datagram_endpoint connect_accepted_socket connect_read_pipe connect_write_pipe ' +
    'add_reader remove_reader add_writer remove_writer sock_recv sock_recv_into sock_sendall sock_connect sock_accept sendfile start_tls getaddrinfo getnameinfo').split(' '),
)

/** Attributes that show CPython's own insides. */
export const insides: ReadonlySet<string> = new Set('__mro__ __bases__ __subclasses__ __code__ __globals__ __closure__ __origin__ __orig_bases__ __getattribute__ __reduce__'.split(' '))

/** Other names of the module. */
export const asyncioConstants: ReadonlySet<string> = new Set(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'])

/** Submodules of `asyncio` whose public names the package exports as well. */
export const asyncioSubmodules: ReadonlySet<string> = new Set(['base_events', 'coroutines', 'events', 'exceptions', 'futures', 'locks', 'queues', 'runners', 'taskgroups', 'tasks', 'threads', 'timeouts', 'base_futures', 'base_tasks', 'mixins'])

/** The methods of asyncio's objects, whatever the class: where two classes share a name, the parameters of both. */
export const asyncioMethods = table({
  result: 'timeout', exception: 'timeout', done: '', cancelled: '', cancelling: '', uncancel: '', cancel: 'msg', set_result: 'result', set_exception: 'exception',
  add_done_callback: 'fn | context', remove_done_callback: 'fn', get_loop: '', get_name: '', set_name: 'value', get_coro: '', get_context: '', get_stack: '| limit', print_stack: '| limit file',
  call_soon: 'callback * | context', call_soon_threadsafe: 'callback * | context', call_later: 'delay callback * | context', call_at: 'when callback * | context',
  run_until_complete: 'future', run_forever: '', stop: '', close: '', is_running: '', is_closed: '', time: '', create_future: '', create_task: 'coro | name context eager_start',
  set_task_factory: 'factory', get_task_factory: '', set_exception_handler: 'handler', get_exception_handler: '', call_exception_handler: 'context', default_exception_handler: 'context',
  set_debug: 'enabled', get_debug: '', run_in_executor: 'executor func *', set_default_executor: 'executor', shutdown_asyncgens: '', shutdown_default_executor: 'timeout',
  acquire: '', release: '', locked: '', wait: '', wait_for: 'predicate', notify: 'n', notify_all: '', is_set: '', set: '', clear: '',
  put: 'item', put_nowait: 'item', get: '', get_nowait: '', task_done: '', join: '', qsize: '', empty: '', full: '', shutdown: 'immediate | cancel_futures', reset: '', abort: '',
  when: '', reschedule: 'when', expired: '', run: 'coro | context', get_loop_factory: '', asend: 'value', athrow: 'typ val tb', aclose: '', subgroup: 'condition', split: 'condition', derive: 'excs',
  submit: 'fn *', running: '', add_signal_handler: 'sig callback *', remove_signal_handler: 'sig', send: 'value', throw: 'typ val tb',
  communicate: 'input', send_signal: 'signal', terminate: '', kill: '', subprocess_exec: `protocol_factory program * | ${starting}`, subprocess_shell: `protocol_factory cmd | ${starting}`, get_pipe_transport: 'fd', get_protocol: '', set_protocol: 'protocol', get_returncode: '', get_pid: '',
  pipe_data_received: 'fd data', pipe_connection_lost: 'fd exc', process_exited: '', write: 'data', writelines: 'data', write_eof: '', can_write_eof: '', drain: '', is_closing: '', wait_closed: '', get_extra_info: 'name default',
  start_serving: '', serve_forever: '', is_serving: '', close_clients: '', abort_clients: '', create_server: `protocol_factory host port | ${serving}`, create_connection: `protocol_factory host port | ${connecting}`,
  create_unix_server: `protocol_factory path | ${servingUnix}`, create_unix_connection: `protocol_factory path | ${connectingUnix}`, pause_reading: '', resume_reading: '', is_reading: '', get_write_buffer_size: '',
  get_write_buffer_limits: '', set_write_buffer_limits: 'high low', connection_made: 'transport', connection_lost: 'exc', data_received: 'data', eof_received: '', pause_writing: '', resume_writing: '',
  read: 'n', readline: '', readexactly: 'n', readuntil: 'separator', feed_data: 'data', feed_eof: '', at_eof: '', set_transport: 'transport',
  new_event_loop: '', get_event_loop: '', set_event_loop: 'loop', _run_once: '', _make_cancelled_error: '',
})

/** Attributes of asyncio's objects and of Python's that hold values. */
export const asyncioAttributes: ReadonlySet<string> = new Set(
  ('args exceptions message maxsize n_waiting broken parties partial expected consumed name value var old_value slow_callback_duration ' +
    '__name__ __qualname__ __class__ __dict__ __cause__ __context__ __suppress_context__ __traceback__ __notes__ __doc__ __module__ __wrapped__ __func__ __self__ ' +
    'cr_running cr_frame cr_await cr_code cr_suspended gi_running gi_frame gi_yieldfrom ag_running ag_frame ag_await errno strerror code obj ' +
    '_state _loop _exception _result _callbacks _log_traceback _asyncio_future_blocking _must_cancel _fut_waiter _coro _source_traceback _cancel_message _num_cancels_requested _log_destroy_pending ' +
    '_ready _scheduled _value _waiters _locked _unfinished_tasks _queue _finished _when _scheduled_handle _cancelled _callback _args _thread_id _debug _default_executor _asyncgens _tasks _errors _aborting _exiting _parent_task _lock _context _run').split(' '),
)

/** What a call gives, for those that are told apart: `asyncio:Task` is an object of that class, `awaitable` can be awaited. */
export const results: Readonly<Record<string, string>> = {
  open_connection: 'awaitable', create_subprocess_exec: 'awaitable', create_subprocess_shell: 'awaitable', start_server: 'awaitable', open_unix_connection: 'awaitable', start_unix_server: 'awaitable', sleep: 'awaitable', gather: 'awaitable', wait: 'awaitable', wait_for: 'awaitable', shield: 'awaitable', create_task: 'asyncio:Task', to_thread: 'awaitable',
  ensure_future: 'awaitable', wrap_future: 'awaitable', timeout: 'asyncio:Timeout', timeout_at: 'asyncio:Timeout', get_running_loop: 'asyncio:Loop', get_event_loop: 'asyncio:Loop', new_event_loop: 'asyncio:Loop',
  all_tasks: 'set', iscoroutine: 'bool', iscoroutinefunction: 'bool', isfuture: 'bool',
}

/** What a method of asyncio's objects gives. */
export const methodResults: Readonly<Record<string, string>> = {
  done: 'bool', cancelled: 'bool', cancelling: 'number', uncancel: 'number', cancel: 'bool', time: 'number', create_future: 'asyncio:Future', create_task: 'asyncio:Task',
  is_running: 'bool', is_closed: 'bool', get_debug: 'bool', run_in_executor: 'awaitable', locked: 'bool', is_set: 'bool', qsize: 'number', empty: 'bool', full: 'bool', expired: 'bool',
  get_name: 'str', call_soon: 'asyncio:Handle', call_later: 'asyncio:TimerHandle', call_at: 'asyncio:TimerHandle', call_soon_threadsafe: 'asyncio:Handle', get_loop: 'asyncio:Loop', remove_done_callback: 'number',
}

/** All methods of the classes that have few: another name on such an object is an AttributeError. */
export const methodsOf: Readonly<Record<string, readonly string[]>> = {
  TaskGroup: ['create_task'], Timeout: ['when', 'reschedule', 'expired'], Lock: ['acquire', 'release', 'locked'], Event: ['is_set', 'set', 'clear', 'wait'],
  Semaphore: ['acquire', 'release', 'locked'], BoundedSemaphore: ['acquire', 'release', 'locked'], Barrier: ['wait', 'reset', 'abort'],
}

/** Methods of asyncio's classes that give something to await; `get` of a context variable does not. */
export const awaitableMethods: Readonly<Record<string, readonly string[]>> = {
  Queue: ['get', 'put', 'join'], PriorityQueue: ['get', 'put', 'join'], LifoQueue: ['get', 'put', 'join'], Lock: ['acquire'], Semaphore: ['acquire'], BoundedSemaphore: ['acquire'],
  Condition: ['acquire', 'wait', 'wait_for'], Event: ['wait'], Barrier: ['wait', 'reset', 'abort'], StreamReader: ['read', 'readline', 'readexactly', 'readuntil'], Loop: ['run_in_executor', 'shutdown_asyncgens', 'shutdown_default_executor'],
}

/** Methods of Python's builtin types: on a receiver of unknown type they go through the runtime's `invoke`. */
export const builtinMethods: ReadonlySet<string> = new Set(
  ('append extend insert remove pop clear index count sort reverse copy get keys values items update setdefault popitem fromkeys add discard union intersection difference symmetric_difference ' +
    'issubset issuperset isdisjoint intersection_update difference_update symmetric_difference_update upper lower strip lstrip rstrip split rsplit splitlines join replace startswith endswith find rfind rindex ' +
    'format format_map encode decode title capitalize casefold swapcase isdigit isalpha isalnum isdecimal isnumeric isspace isupper islower istitle isidentifier isprintable zfill center ljust rjust partition rpartition ' +
    'expandtabs removeprefix removesuffix translate maketrans appendleft popleft extendleft rotate most_common elements subtract move_to_end send throw close hex bit_length is_integer as_integer_ratio ' +
    'conjugate __getitem__ __setitem__ __len__ __contains__ __iter__ __next__ __str__ __repr__ __eq__ __hash__ __await__ __aiter__ __anext__ __enter__ __exit__ __aenter__ __aexit__').split(' '),
)
