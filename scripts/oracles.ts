import { defaultLimits, type Adapter } from '../adapters/adapter.ts'
import { findPythons } from '../adapters/machine.ts'
import { packagedFile } from '../adapters/python/packaged-file.ts'
import { pyodideAdapter } from '../adapters/python/pyodide-adapter.ts'
import { pyodideReleases } from '../adapters/python/pyodide-releases.ts'
import { pythonAdapter } from '../adapters/python/python-adapter.ts'
import { stdioAdapter } from '../adapters/stdio.ts'
import { minorOf } from '../spec/version.ts'

/** A CPython that is asked what asyncio does. */
export interface Oracle {
  readonly adapter: Adapter
  /** Major to patch, `'3.13.0'`; a release candidate counts as its release. */
  readonly version: string
  /** The names that its asyncio has, and its exception groups: what it lacks cannot be measured on it. */
  readonly names: ReadonlySet<string>
  /** For one whose tasks are the pure Python ones: what these change by themselves is no difference between versions. */
  readonly control?: Control
}

/** A release of the same minor version, as it is and with the pure Python tasks. */
export interface Control {
  readonly compiled: Adapter
  readonly pure: Adapter
}

/**
 * Starts every CPython found, one per version: those of this machine, the installed Pyodide, and the releases that
 * `npm run oracles` fetched. Oldest first. Whoever calls ends them with `closeOracles`.
 */
export async function startOracles(): Promise<readonly Oracle[]> {
  const pythons = (await findPythons()).filter(({ implementation }) => implementation === 'CPython')
  const started = await Promise.all([
    ...pythons.map(({ path }) => pythonAdapter({ command: path }).catch(() => undefined)),
    pyodideAdapter().catch(() => undefined),
    ...pyodideReleases().filter(({ python }) => pythons.every(({ version }) => version !== python)).map(({ folder }) => pyodideAdapter({ package: folder })),
  ])
  const byVersion = new Map<string, Adapter>()
  for (const adapter of started) {
    if (adapter === undefined) continue
    if (byVersion.has(adapter.claims)) await adapter.close()
    else byVersion.set(adapter.claims, adapter)
  }
  const oracles = await Promise.all([...byVersion].map(async ([version, adapter]): Promise<Oracle | undefined> => {
    const { names, pure } = await look(adapter)
    if (!pure) return { adapter, version, names }
    const python = pythons.find(other => minorOf(other.version) === minorOf(version))
    const compiled = python === undefined ? undefined : byVersion.get(python.version)
    if (python !== undefined && compiled !== undefined) return { adapter, version, names, control: { compiled, pure: await pureAdapter(python.path) } }
    console.error(`CPython ${version} (${adapter.name}) has no compiled tasks and there is no other ${minorOf(version)} to tell what that changes: not measured`)
    return void await adapter.close()
  }))
  return oracles.filter(oracle => oracle !== undefined).toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
}

export async function closeOracles(oracles: readonly Oracle[]): Promise<void> {
  await Promise.all(oracles.flatMap(({ adapter, control }) => [adapter.close(), control?.pure.close()]))
}

const source = `import builtins
for name in dir(asyncio) + [name for name in dir(builtins) if name.endswith('ExceptionGroup')]:
    log(name)
log(asyncio.Task.__module__)
`

/** The names that an oracle's asyncio has, and whether its tasks are written in Python. */
async function look(adapter: Adapter): Promise<{ readonly names: ReadonlySet<string>, readonly pure: boolean }> {
  const run = await adapter.run({ id: 'names', source }, defaultLimits)
  if (run.kind === 'faulted') throw new Error(`${adapter.name} does not say what its asyncio has: ${run.message}`)
  const lines = run.trace.lines.map(line => line.replace(/^0 /, ''))
  return { names: new Set(lines.slice(0, -1)), pure: lines.at(-1) === 'asyncio.tasks' }
}

/** A Python of this machine without the compiled half of asyncio. */
function pureAdapter(command: string): Promise<Adapter> {
  const start = 'import runpy, sys; sys.modules["_asyncio"] = None; sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name="__main__")'
  return stdioAdapter({ command, args: ['-c', start, packagedFile('asyncio_harness'), '--serve'] })
}
