import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as runtime from '../index.ts'
import { compile } from '../../compile.ts'

const here = new URL('.', import.meta.url)

/** Runs a program that has no asyncio in it; what it printed. */
function printed(source: string): string {
  const lines: string[] = []
  const output = runtime.makeOutput({ now: () => 0, emit: (line) => lines.push(line.replace(/^0 /, '')) })
  const exceptions = runtime.useImplementation({})
  const clock = { now: () => 0, sleep() {} }
  const { body, imports } = compile(source)
  const given = (name: string): unknown =>
    name in output ? Reflect.get(output, name) : (Reflect.get(exceptions, name) ?? Reflect.get(runtime, name) ?? runtime.makePythonModule(name, { implementation: {}, style: 'generator', clock, claims: '3.14', call: runtime.call, filterWarnings() {} }))
  const run = new Function(...imports.values(), `'use strict'\n${body}`)
  run(...Array.from(imports.keys(), given))
  output.flush()
  return `${lines.join('\n')}\n`
}

describe('a program without asyncio prints what it prints on CPython 3.14', () => {
  for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
    test(file, () => {
      const expected = readFileSync(new URL(file.replace(/\.py$/, '.out'), here), 'utf8')
      expect(printed(readFileSync(new URL(file, here), 'utf8'))).toBe(expected)
    })
  }
})
