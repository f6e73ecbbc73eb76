import { defaultLimits, type Adapter } from '../adapters/adapter.ts'
import { findPythons } from '../adapters/machine.ts'
import { pyodideAdapter } from '../adapters/python/pyodide-adapter.ts'
import { pyodideReleases } from '../adapters/python/pyodide-releases.ts'
import { pythonAdapter } from '../adapters/python/python-adapter.ts'

/** A CPython that is asked what asyncio does. */
export interface Oracle {
  readonly adapter: Adapter
  /** Major to patch, `'3.13.0'`; a release candidate counts as its release. */
  readonly version: string
  /** The names that its asyncio has, and its exception groups: what it lacks cannot be measured on it. */
  readonly names: ReadonlySet<string>
}

/**
 * Starts every CPython found, one per version: those of this machine, the installed Pyodide, and the releases that
 * `npm run oracles` fetched. Oldest first. Whoever calls closes the adapters.
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
  const oracles = await Promise.all([...byVersion].map(async ([version, adapter]) => ({ adapter, version, names: await namesOf(adapter) })))
  return oracles.toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
}

const source = `import builtins
for name in dir(asyncio) + [name for name in dir(builtins) if name.endswith('ExceptionGroup')]:
    log(name)
`

async function namesOf(adapter: Adapter): Promise<ReadonlySet<string>> {
  const run = await adapter.run({ id: 'names', source }, defaultLimits)
  if (run.kind === 'faulted') throw new Error(`${adapter.name} does not say what its asyncio has: ${run.message}`)
  return new Set(run.trace.lines.map(line => line.replace(/^0 /, '')))
}
