import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as asyncio from './promise-asyncio.ts'
import { javascriptAdapter } from '../javascript-adapter.ts'
import { referenceAdapter } from '../../reference.ts'
import type { Adapter } from '../../adapter.ts'

const here = new URL('.', import.meta.url)
const all = readdirSync(here).filter((name) => name.endsWith('.py'))
/** Programs that ask more of asyncio than the little one of promises has. */
const needsMore = new Set(['contexts.py', 'joined.py', 'keywords.py', 'misuse.py', 'names.py', 'unassigned.py'])
const promises = javascriptAdapter({ name: 'promises', claims: '3.14', asyncio, style: 'async', clock: 'virtual' })

async function printed(adapter: Adapter, file: string): Promise<readonly string[]> {
  const run = await adapter.run({ id: file, source: readFileSync(new URL(file, here), 'utf8') }, { steps: 10_000, seconds: 10, output: 100_000 })
  return run.kind === 'faulted' ? [run.fault, run.message] : [...run.trace.lines, `=> ${run.trace.outcome}`]
}

describe('a program prints what it prints on CPython 3.14', () => {
  const cases = [
    ...all.map((file) => [file, 'generators', referenceAdapter()] as const),
    ...all.filter((file) => !needsMore.has(file)).map((file) => [file, 'promises', promises] as const),
  ]
  test.each(cases)('%s, coroutines being %s', async (file, _, adapter) => {
    expect(await printed(adapter, file)).toEqual(readFileSync(new URL(file.replace(/\.py$/, '.out'), here), 'utf8').trimEnd().split('\n'))
  })
})
