import { adapterNamed } from '../cli/adapter-named.ts'
import { keepObjectsYoung } from '../cli/keep-objects-young.ts'
import { findPythons } from '../adapters/machine.ts'
import { defaultLimits } from '../adapters/adapter.ts'
import { fuzz } from '../suites/fuzz/differential.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { seeded } from '../suites/fuzz/random.ts'

/** How fast the fuzzer is on this machine; part of `npm run bench`. The first third of each measurement warms up and is not counted. */
const limits = { ...defaultLimits, steps: 10_000 }
const programs = 6000
/** For the reference alone, whose code goes on becoming faster for long. */
const manyPrograms = 24_000
keepObjectsYoung()

const reference = await adapterNamed('reference')
const run = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 64) {
    await Promise.all(Array.from({ length: Math.min(64, to - at) }, (_, i) => reference.run(programOf('', generateTree(seeded(1, at + i))), limits)))
  }
}
await run(0, manyPrograms / 3)
const cpu = process.cpuUsage()
await run(manyPrograms / 3, manyPrograms)
const { user, system } = process.cpuUsage(cpu)
console.log(`reference: ${Math.round((manyPrograms * 2 / 3) / ((user + system) / 1e6))} programs a CPU second, generated, compiled and run`)

const python = (await findPythons()).find(({ version }) => version.startsWith('3.13.'))
for (const name of ['pyodide', ...(python === undefined ? [] : [`python:${python.path}`])]) {
  const oracle = await adapterNamed(name)
  const version = Number(oracle.claims.split('.')[1]) >= 14 ? '3.14' : '3.13'
  const options = { adapters: [reference, oracle], seed: 2, limits, programs: { version } } as const
  await fuzz({ ...options, runs: programs / 3 })
  const { seconds, findings } = await fuzz({ ...options, seed: 3, runs: programs * 2 / 3 })
  console.log(`reference against ${oracle.name}: ${Math.round(programs * 2 / 3 / seconds)} programs a second, ${findings.length} differences`)
  await oracle.close()
}
process.exit()
