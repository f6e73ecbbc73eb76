import { constants } from 'node:os'
import {
  BlockingIOError, BrokenPipeError, ChildProcessError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError,
  InterruptedError, IsADirectoryError, NotADirectoryError, OSError, PermissionError, ProcessLookupError, TimeoutError,
} from './exceptions/os-errors.ts'

/** What `os.strerror` of CPython says on Linux. */
const texts: Readonly<Record<string, string>> = {
  EPERM: 'Operation not permitted', ENOENT: 'No such file or directory', ESRCH: 'No such process', EINTR: 'Interrupted system call', E2BIG: 'Argument list too long',
  ENOEXEC: 'Exec format error', EBADF: 'Bad file descriptor', EAGAIN: 'Resource temporarily unavailable', ENOMEM: 'Cannot allocate memory', EACCES: 'Permission denied',
  EEXIST: 'File exists', ENOTDIR: 'Not a directory', EISDIR: 'Is a directory', EINVAL: 'Invalid argument', ENFILE: 'Too many open files in system', EMFILE: 'Too many open files',
  ETXTBSY: 'Text file busy', EPIPE: 'Broken pipe', ENAMETOOLONG: 'File name too long', ELOOP: 'Too many levels of symbolic links', ENOTSOCK: 'Socket operation on non-socket',
  EPROTOTYPE: 'Protocol wrong type for socket', EAFNOSUPPORT: 'Address family not supported by protocol', EADDRINUSE: 'Address already in use',
  EADDRNOTAVAIL: 'Cannot assign requested address', ENETDOWN: 'Network is down', ENETUNREACH: 'Network is unreachable', ECONNABORTED: 'Software caused connection abort',
  ECONNRESET: 'Connection reset by peer', ENOBUFS: 'No buffer space available', ENOTCONN: 'Transport endpoint is not connected', ETIMEDOUT: 'Connection timed out',
  ECONNREFUSED: 'Connection refused', EHOSTUNREACH: 'No route to host',
}

/** The errors that have a class of their own. CPython 3.14 Objects/exceptions.c */
const classes: Readonly<Record<string, typeof OSError>> = {
  EAGAIN: BlockingIOError, EALREADY: BlockingIOError, EINPROGRESS: BlockingIOError, EPIPE: BrokenPipeError, ESHUTDOWN: BrokenPipeError, ECHILD: ChildProcessError,
  ECONNABORTED: ConnectionAbortedError, ECONNREFUSED: ConnectionRefusedError, ECONNRESET: ConnectionResetError, EEXIST: FileExistsError, ENOENT: FileNotFoundError,
  EINTR: InterruptedError, EISDIR: IsADirectoryError, ENOTDIR: NotADirectoryError, EACCES: PermissionError, EPERM: PermissionError, ESRCH: ProcessLookupError, ETIMEDOUT: TimeoutError,
}

const numbers: ReadonlyMap<string, number> = new Map(Object.entries(constants.errno))

/** Python's exception for an error of the system, by its name; the text is the system's unless another is given. */
export function osError(code: string, text = texts[code] ?? code): OSError {
  return new (classes[code] ?? OSError)(numbers.get(code) ?? 0, text)
}
