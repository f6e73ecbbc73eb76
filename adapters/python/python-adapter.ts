import type { Adapter } from '../adapter.ts'
import { AdapterStartError } from '../adapter-start-error.ts'
import { askPython } from '../machine-python.ts'
import { sideBySide } from '../side-by-side.ts'
import { stdioAdapter } from '../stdio.ts'
import { packagedFile } from './packaged-file.ts'

export interface PythonAdapterOptions {
  /** A Python 3.8 or newer: a path, or a name to be found on PATH. */
  readonly command: string
  /** `module:factory` of another event loop, `'uvloop:new_event_loop'`: it keeps the machine's clock. */
  readonly loop?: string
}

/** Children of a Python on the machine's clock: its programs wait most of the time. */
const children = 4

/**
 * The asyncio of a Python on this machine, on the virtual clock unless it is given another event loop. The child inherits the
 * environment: PYTHONPATH is honoured. Rejects with `AdapterStartError` when there is no such Python or it is too old.
 */
export async function pythonAdapter({ command, loop }: PythonAdapterOptions): Promise<Adapter> {
  const args = [packagedFile('asyncio_harness'), '--serve', ...(loop === undefined ? [] : ['--loop', loop])]
  // Sets of texts iterate in the same order every time.
  const env = { PYTHONHASHSEED: process.env['PYTHONHASHSEED'] ?? '0' }
  try {
    const start = (): Promise<Adapter> => stdioAdapter({ command, args, env })
    return await (loop === undefined ? start() : sideBySide(children, start))
  } catch (error) {
    throw error instanceof AdapterStartError ? await explained(command, error) : error
  }
}

/** What is wrong with a Python that did not say hello: no Python, too old, or what it said itself. */
async function explained(command: string, error: AdapterStartError): Promise<AdapterStartError> {
  if (error.message.endsWith('does not exist') || error.message.endsWith('on PATH') || error.message.includes('no event loop')) return error
  const python = await askPython(command)
  if (python === undefined) return new AdapterStartError(`${command} is not a Python: ${error.message}`)
  if (python.tooOld) return new AdapterStartError(`${python.implementation} ${python.version} is too old: 3.8 or newer (${command})`)
  return error
}
