import { Session } from 'node:inspector/promises'
import { relative } from 'node:path'
import { defaultLimits } from '../adapters/adapter.ts'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import { branchesOf } from './branch-coverage.ts'
import { fuzz } from '../suites/fuzz/differential.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { seeded } from '../suites/fuzz/random.ts'
import { isOutOfReach, unreachedRules } from '../suites/fuzz/reach.ts'

/**
 * What generated programs reach: the rules whose constructs they never have, and the branches of the reference that they never
 * take. `npm run build && node dist/scripts/fuzz-reach.js [PROGRAMS]`; the branches are those
 * of vitest's coverage: V8's, mapped to the syntax tree.
 */
const programs = Number(process.argv[2] ?? 20_000)
const folder = packageFolder()
const byFileAndLine = new Intl.Collator('en', { numeric: true })

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

const files = await Promise.all(result.filter(({ url }) => url.includes('/reference-impl/') && !isOutOfReach(url)).map(branchesOf))
const branches = files.reduce((sum, file) => sum + file.branches, 0)
const missed = files.flatMap(file => file.missed.map(({ line, kind }) => `${relative(folder, file.file)}:${line} ${kind}`)).toSorted(byFileAndLine.compare)
console.log(`${programs} programs take ${(100 - missed.length / branches * 100).toFixed(1)} % of the reference's ${branches} branches; never taken are`)
for (const each of missed) console.log(`  ${each}`)

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
