import { Exception } from './exception.ts'

/** An error of the system; `errno` and `strerror` are the first two of at least two arguments. */
export class OSError extends Exception {
  get errno(): unknown { return this.args.length > 1 ? this.args[0] : null }
  get strerror(): unknown { return this.args.length > 1 ? this.args[1] : null }
}

/** asyncio's `TimeoutError`, the built-in one since 3.11. */
export class TimeoutError extends OSError {}
export class BlockingIOError extends OSError {}
export class ChildProcessError extends OSError {}
export class ConnectionError extends OSError {}
export class BrokenPipeError extends ConnectionError {}
export class ConnectionAbortedError extends ConnectionError {}
export class ConnectionRefusedError extends ConnectionError {}
export class ConnectionResetError extends ConnectionError {}
export class FileExistsError extends OSError {}
export class FileNotFoundError extends OSError {}
export class InterruptedError extends OSError {}
export class IsADirectoryError extends OSError {}
export class NotADirectoryError extends OSError {}
export class PermissionError extends OSError {}
export class ProcessLookupError extends OSError {}

/** A name that cannot be resolved: `socket.gaierror`. */
export class gaierror extends OSError {}
