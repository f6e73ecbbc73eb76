import { NotImplementedError, TypeError, ValueError } from './exceptions/errors.ts'
import type { ProcessOptions } from './process-options.ts'
import { snakeCase } from './snake-case.ts'
import { truth } from './truth.ts'

const taken = 'stdin stdout stderr env cwd start_new_session executable text encoding errors universal_newlines bufsize shell'.split(' ')

/** What `subprocess.Popen` takes and Node does not offer, with values that ask for nothing. */
const lacks: Readonly<Record<string, readonly unknown[]>> = {
  preexec_fn: [null], close_fds: [true, 1], startupinfo: [null], creationflags: [0], restore_signals: [true, false, 0, 1], pass_fds: [], user: [null], group: [null],
  extra_groups: [null], umask: [-1], pipesize: [-1], process_group: [null],
}

/** Throws what CPython throws for options that a process cannot have, and `NotImplementedError` for those that Node does not offer. CPython 3.14 `base_events.py`, `subprocess_exec`. */
export function checkProcessOptions(options: ProcessOptions, inShell: boolean): void {
  if (truth(options.universalNewlines ?? false)) throw new ValueError('universal_newlines must be False')
  if (truth(options.shell ?? inShell) !== inShell) throw new ValueError(`shell must be ${inShell ? 'True' : 'False'}`)
  if ((options.bufsize ?? 0) !== 0) throw new ValueError('bufsize must be 0')
  if (truth(options.text ?? false)) throw new ValueError('text must be False')
  if ((options.encoding ?? null) !== null) throw new ValueError('encoding must be None')
  if ((options.errors ?? null) !== null) throw new ValueError('errors must be None')
  for (const [key, value] of Object.entries(options)) {
    const name = snakeCase(key)
    if (taken.includes(name) || value === undefined) continue
    const nothing = lacks[name]
    if (nothing === undefined) throw new TypeError(`Popen.__init__() got an unexpected keyword argument '${name}'`)
    if (!nothing.includes(value)) throw new NotImplementedError(`a process has no ${name} here: Node does not offer it`)
  }
}
