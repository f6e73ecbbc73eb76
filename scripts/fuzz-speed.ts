import { availableParallelism } from 'node:os'
import { adapterNamed } from '../cli/adapter-named.ts'
import { fuzzOnWorkers } from '../cli/fuzz-workers.ts'
import { keepObjectsYoung } from '../cli/keep-objects-young.ts'
import { findPythons } from '../adapters/machine.ts'
import { defaultLimits } from '../adapters/adapter.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { seeded } from '../suites/fuzz/random.ts'

/**
 * How fast the fuzzer is on this machine; part of `npm run bench`. What V8 has not compiled yet is slow: the first third of the
 * programs of the reference alone is not counted, nor the first half of those that it runs against another, on all processors.
 * `node dist/scripts/fuzz-speed.js /usr/bin/python3.13` names a Python other than the 3.13 that is found.
 */
const limits = { ...defaultLimits, steps: 10_000 }
const programs = { alone: 24_000, pyodide: 30_000, native: 80_000 }
keepObjectsYoung()

const reference = await adapterNamed('reference')
const run = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 64) {
    await Promise.all(Array.from({ length: Math.min(64, to - at) }, (_, i) => reference.run(programOf('', generateTree(seeded(1, at + i))), limits)))
  }
}
await run(0, programs.alone / 3)
const cpu = process.cpuUsage()
await run(programs.alone / 3, programs.alone)
const { user, system } = process.cpuUsage(cpu)
console.log(`reference: ${Math.round((programs.alone * 2 / 3) / ((user + system) / 1e6))} programs a CPU second, generated, compiled and run`)

const [, , named] = process.argv
const path = named ?? (await findPythons()).find(({ version }) => version.startsWith('3.13.'))?.path
for (const [name, runs] of [['pyodide', programs.pyodide], ...(path === undefined ? [] : [[`python:${path}`, programs.native] as const])] as const) {
  const oracle = await adapterNamed(name)
  const version = Number(oracle.claims.split('.')[1]) >= 14 ? '3.14' : '3.13'
  let half: { readonly done: number, readonly at: number } | undefined
  const { findings } = await fuzzOnWorkers({ names: ['reference', name], seed: 3, limits, programs: { version }, runs }, availableParallelism(), {
    adapters: [reference, oracle],
    onProgress(done) {
      if (done >= runs / 2) half ??= { done, at: performance.now() }
    },
    onFinding() {},
  })
  const rate = half === undefined ? 0 : (runs - half.done) / (performance.now() - half.at) * 1000
  console.log(`reference against ${oracle.name}: ${Math.round(rate)} programs a second, ${findings.length} differences`)
  await oracle.close()
}
process.exit()
