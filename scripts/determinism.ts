import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Adapter } from '../adapters/adapter.ts'
import { findPythons } from '../adapters/machine.ts'
import { packagedFile } from '../adapters/python/packaged-file.ts'
import { pyodideAdapter } from '../adapters/python/pyodide-adapter.ts'
import { stdioAdapter } from '../adapters/stdio.ts'
import { globPattern } from '../cli/glob-pattern.ts'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import type { Rule } from '../spec/rule.ts'
import { traceText } from '../spec/trace.ts'
import { runRules } from '../suites/run-rules.ts'
import type { Result } from '../suites/report.ts'

/*
 * npm run determinism [-- --runs 20] [--rule 'gather.*'] [--real]
 *
 * Runs every program many times on the newest CPython of this machine, each time with another hash seed, another disorder of
 * memory and another order of programs; what that Python has no trace for runs on Pyodide, there without the disorder. Lists
 * the programs that once left another trace than the document's. Rules on the real clock only with --real: they are slow.
 */

/** In another order, the same for the same `seed`. */
function shuffled(rules: readonly Rule[], seed: number): readonly Rule[] {
  return rules.map((rule, index) => ({ rule, key: Math.imul((index + 1) * 2654435761 ^ seed * 40503, 2246822519) >>> 0 }))
    .toSorted((a, b) => a.key - b.key).map(({ rule }) => rule)
}

function noisyPython(command: string, seed: number): Promise<Adapter> {
  const args = [join(packageFolder(), 'scripts/noisy-harness.py'), packagedFile('asyncio_harness'), String(seed)]
  return stdioAdapter({ command, args, env: { PYTHONHASHSEED: String(seed) } })
}

/** One run; counts the programs that left another trace by what they left, and returns the rules that had nothing to say. */
async function runOnce(adapter: Adapter, rules: readonly Rule[], strange: Map<string, Map<string, number>>): Promise<ReadonlySet<Rule>> {
  const silent = new Set<Rule>()
  const onResult = ({ rule, scenario, verdict }: Result) => {
    if (verdict.kind === 'not applicable') silent.add(rule)
    if (verdict.kind !== 'fail' && verdict.kind !== 'error') return
    const text = verdict.kind === 'fail' ? traceText(verdict.actual) : `${verdict.fault}: ${verdict.message}`
    const name = `${scenario.place.file}:${scenario.place.line}: ${scenario.id} on ${adapter.name}`
    const texts = strange.get(name) ?? new Map<string, number>()
    strange.set(name, texts.set(text, (texts.get(text) ?? 0) + 1))
  }
  await runRules({ adapter, rules, level: 'CPYTHON', onResult })
  return silent
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, rule: { type: 'string' }, real: { type: 'boolean', default: false } } })
const runs = Number(values.runs)
const only = values.rule === undefined ? undefined : globPattern(values.rule)
const rules = loadSpec().rules.filter(({ id, clock }) => (only?.test(id) ?? true) && (values.real || clock === 'virtual'))
const python = (await findPythons()).find(({ implementation }) => implementation === 'CPython')
const strange = new Map<string, Map<string, number>>()
let rest: ReadonlySet<Rule> = new Set(rules)
if (python !== undefined) {
  for (let seed = 1; seed <= runs; seed++) {
    const adapter = await noisyPython(python.path, seed)
    rest = await runOnce(adapter, shuffled(rules, seed), strange)
    await adapter.close()
  }
  console.error(`${rules.length - rest.size} rules ran ${runs} times on CPython ${python.version}`)
}
if (rest.size > 0) {
  const pyodide = await pyodideAdapter()
  let silent: ReadonlySet<Rule> = new Set()
  for (let seed = 1; seed <= runs; seed++) silent = await runOnce(pyodide, shuffled([...rest], seed), strange)
  await pyodide.close()
  console.error(`${rest.size - silent.size} rules ran ${runs} times on ${pyodide.name}, ${silent.size} on neither`)
}
for (const [name, texts] of strange) {
  console.log(name)
  for (const [text, times] of texts) console.log(`  ${times} of ${runs} times:\n${text.replaceAll(/^/gm, '    ')}`)
}
console.log(strange.size === 0 ? 'every program leaves the trace of the document every time' : `${strange.size} programs do not leave the trace of the document every time`)
process.exitCode = strange.size === 0 ? 0 : 1
