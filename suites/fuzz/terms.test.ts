import { expect, test } from 'vitest'
import type { Adapter, Run } from '../../adapters/adapter.ts'
import type { Capability } from '../../spec/capability.ts'
import { fuzz } from './differential.ts'
import { generateTree, programOf } from './generate.ts'
import { seeded } from './random.ts'
import { termsOf } from './terms.ts'

const answering = (answer: (source: string) => Run, lacks: readonly Capability[] = []): Adapter => ({
  name: 'it', claims: '3.14', clock: 'virtual', lacks, run: async ({ source }) => answer(source), close: async () => {},
})
const ended = (...lines: readonly string[]): Run => ({ kind: 'finished', trace: { lines, outcome: 'None' }, milliseconds: 1 })
const limits = { steps: 100, seconds: 1, output: 1000 }

const signs: readonly (readonly [Capability, RegExp])[] = [
  ['executors', /executor|to_thread|concurrent\./i], ['contextvars', /contextvars/], ['async-generators', /async def g\d/],
  ['eager-tasks', /eager/], ['exception-groups', /ExceptionGroup|TaskGroup|except\*/], ['debug-mode', /set_debug\(True|debug=True/],
]

const programs = Array.from({ length: 600 }, (_, index) => programOf('', generateTree(seeded(17, index))))

test.each(signs)('a program that needs %s is not run where they are lacking, and others are', (capability, sign) => {
  const { fits } = termsOf([answering(() => ended()), answering(() => ended(), [capability])], true)
  const fitting = programs.filter(program => fits(program))
  expect(fitting.filter(({ source }) => sign.test(source)).map(({ source }) => source)).toEqual([])
  expect(programs.some(({ source }) => sign.test(source))).toBe(true)
  expect(fitting.length).toBeGreaterThan(200)
})

test('where reports are lacking they are not compared, at the end or in their time', async () => {
  const reporting = answering(() => ended('0 a', '0 ! Exception in callback', '1 b', '! Task was destroyed'))
  const silent = (lacks: readonly Capability[]): Adapter => answering(() => ended('0 a', '1 b'), lacks)
  const options = { seed: 1, runs: 5, limits }
  expect(await fuzz({ ...options, adapters: [silent([]), reporting] })).toMatchObject({ programs: 5, notApplicable: 0, findings: { length: 5 } })
  expect(await fuzz({ ...options, adapters: [silent(['gc-reports']), reporting] })).toMatchObject({ programs: 5, notApplicable: 0, findings: [] })
})

test('what is not applicable is counted apart', async () => {
  const { programs, notApplicable } = await fuzz({ adapters: [answering(() => ended(), ['exception-groups']), answering(() => ended())], seed: 1, runs: 100, limits })
  expect(programs + notApplicable).toBe(100)
  expect(notApplicable).toBeGreaterThan(5)
})

test('a run ends where an implementation can run nothing more', async () => {
  const broken = answering(() => ({ kind: 'faulted', fault: 'not-run', message: 'program 1:3 broke it' }))
  expect(await fuzz({ adapters: [broken, answering(() => ended())], seed: 1, runs: 10_000, limits })).toMatchObject({ findings: [], broken: 'program 1:3 broke it' })
})
