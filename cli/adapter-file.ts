import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Adapter } from '../adapters/adapter.ts'
import { adapterFrom } from './adapter-from.ts'
import { exitCode } from './exit-code.ts'
import { loadedAdapters } from './loaded-adapters.ts'
import { named } from './named.ts'
import { orStuck } from './or-stuck.ts'
import { endStuck } from './tell-early-end.ts'
import { UserError } from './user-error.ts'
import { watchThread } from './watch-thread.ts'

/** How long an adapter's file may hold the thread. */
const loadSeconds = 30

/** The adapter that a file default-exports, itself or by a function. Throws `UserError` (`noAdapter`). */
export async function adapterFromFile(file: string): Promise<Adapter> {
  const path = resolve(file)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw failed(file, `there is no file ${named(path)}`)
  const watched = watchThread(loadSeconds, () => endStuck(failed(file, 'it loops for ever').message))
  try {
    const adapter = await orStuck(loaded(file, pathToFileURL(path).href), (reason) => failed(file, reason))
    loadedAdapters.set(adapter, file)
    return adapter
  } finally {
    watched()
  }
}

async function loaded(file: string, url: string): Promise<Adapter> {
  const module = await imported(file, url)
  tellUncaught(file, url)
  try {
    return await adapterFrom(defaultExport(module))
  } catch (error) {
    throw failed(file, error instanceof Error ? error.message : String(error))
  }
}

/** From now on an error that nobody catches is told, each message once, and the run goes on: a program left without an answer counts as hanging. */
function tellUncaught(file: string, url: string): void {
  const told = new Set<string>()
  process.on('uncaughtException', (error) => {
    const message = `adapter ${file} threw outside of its answers: ${placed(error, url)}`
    if (told.has(message)) return
    told.add(message)
    process.stderr.write(`asyncio-conformance: ${message}\n`)
  })
}

async function imported(file: string, url: string): Promise<unknown> {
  const load = await importer(file)
  try {
    return await load(url)
  } catch (error) {
    if (error instanceof Error && error.name === 'AdapterStartError') throw failed(file, error.message)
    const hint = error instanceof SyntaxError ? `; node --check ${file} shows where` : ''
    throw failed(file, `it throws when it is imported: ${placed(error, url)}${hint}`)
  }
}

async function plain(url: string): Promise<unknown> {
  return import(url)
}

/** Node strips types itself from 22.18 on; before, the optional package tsx does. */
async function importer(file: string): Promise<(url: string) => Promise<unknown>> {
  if (!file.endsWith('ts') || ('typescript' in process.features && process.features.typescript)) return plain
  try {
    const { tsImport } = await import('tsx/esm/api')
    return (url) => tsImport(url, import.meta.url)
  } catch {
    throw failed(file, `a .ts file needs Node 22.18 or newer (this is ${process.version}) or the package tsx: npm install --save-dev tsx`)
  }
}

/** A CommonJS module that was compiled from TypeScript has its default export one level down. */
function defaultExport(module: unknown): unknown {
  const outer = member(module, 'default')
  return member(outer, '__esModule') === true ? member(outer, 'default') : outer
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** The message with the line of the adapter's file it came from, when the stack knows one; what stands behind a colon belongs to it. */
function placed(error: unknown, url: string): string {
  if (!(error instanceof Error)) return String(error)
  const line = error.stack?.split('\n').find((frame) => frame.includes(url))?.match(/:(\d+)(?::\d+)?\)?$/)?.[1]
  const [first = '', second = ''] = error.message.split('\n')
  const message = `${error.name}: ${first.endsWith(':') ? `${first} ${second.trim()}` : first}`
  return line === undefined ? message : `${message} (line ${line})`
}

function failed(file: string, reason: string): UserError {
  return new UserError(exitCode.noAdapter, `adapter ${named(file)} could not start: ${reason}`)
}
