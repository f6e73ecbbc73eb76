import { Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { defaultLimits } from '../adapters/adapter.ts'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import { fuzz } from '../suites/fuzz/differential.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { seeded } from '../suites/fuzz/random.ts'
import { unreachedRules } from '../suites/fuzz/reach.ts'

/**
 * What generated programs reach: the rules whose constructs they never have, and the branches of the reference that they never
 * take. `npm run build && node dist/scripts/fuzz-reach.js [PROGRAMS]`; the coverage is V8's own, of blocks.
 */
const programs = Number(process.argv[2] ?? 20_000)
const folder = packageFolder()

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
// Loaded now: what modules do when they are loaded counts too.
const { referenceAdapter } = await import('../adapters/reference.ts')
const adapter = referenceAdapter()
// Against itself: what counts is what it ran.
await fuzz({ adapters: [adapter, { ...adapter, run: async () => ({ kind: 'finished', trace: { lines: [], outcome: '' }, milliseconds: 0 }) }], seed: 1, runs: programs, limits: { ...defaultLimits, steps: 10_000 } })
const { result } = await session.post('Profiler.takePreciseCoverage')

interface Row { readonly file: string; readonly blocks: number; readonly missed: readonly string[] }

const rows = result.filter(({ url }) => url.includes('/reference-impl/') && !/\/(?:real-event-loop|open-|socket|server|protocol|stream|subprocess|process|transport)/.test(url)).map(({ url, functions }): Row => {
  const ranges = functions.flatMap((f) => f.ranges.map((range, index) => ({ name: f.functionName, missed: range.count === 0, whole: index === 0 })))
  return { file: relative(folder, fileURLToPath(url)).replace(/^dist\//, ''), blocks: ranges.length, missed: ranges.filter(({ missed }) => missed).map(({ name, whole }) => whole ? `${name}()` : `${name}: a branch`) }
}).toSorted((a, b) => b.missed.length - a.missed.length)
const blocks = rows.reduce((sum, row) => sum + row.blocks, 0)
const missed = rows.reduce((sum, row) => sum + row.missed.length, 0)
console.log(`${programs} programs take ${((1 - missed / blocks) * 100).toFixed(1)} % of the reference's ${blocks} blocks`)
for (const { file, missed: never } of rows) if (never.length > 0) console.log(`  ${file}: ${[...new Set(never)].join(', ')}`)

const sources = function* (): Generator<string> {
  for (let index = 0; index < Math.min(programs, 5000); index++) yield programOf('', generateTree(seeded(1, index))).source
}
const { rules } = loadSpec()
const unreached = unreachedRules(sources(), rules)
console.log(`${rules.length - unreached.length} of ${rules.length} rules are made of what is generated; the others also need:`)
const byName = new Map<string, number>()
for (const { names } of unreached) for (const name of names) byName.set(name, (byName.get(name) ?? 0) + 1)
console.log(`  ${[...byName].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} (${count})`).join(', ')}`)
process.exit()
