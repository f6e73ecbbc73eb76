import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as asyncio from './promise-asyncio.ts'
import { javascriptAdapter } from '../javascript-adapter.ts'
import { referenceAdapter } from '../../reference.ts'
import type { Adapter } from '../../adapter.ts'

const here = new URL('.', import.meta.url)
const adapters: readonly Adapter[] = [javascriptAdapter({ name: 'promises', claims: '3.14', asyncio, style: 'async', clock: 'virtual' }), referenceAdapter()]

describe.each(adapters)('a program of promises prints on $name what it prints on CPython 3.14', (adapter) => {
  test.each(readdirSync(here).filter((name) => name.endsWith('.py')))('%s', async (file) => {
    const run = await adapter.run({ id: file, source: readFileSync(new URL(file, here), 'utf8') }, { steps: 10_000, seconds: 10, output: 100_000 })
    const printed = run.kind === 'faulted' ? [run.fault, run.message] : [...run.trace.lines, `=> ${run.trace.outcome}`]
    expect(printed).toEqual(readFileSync(new URL(file.replace(/\.py$/, '.out'), here), 'utf8').trimEnd().split('\n'))
  })
})
