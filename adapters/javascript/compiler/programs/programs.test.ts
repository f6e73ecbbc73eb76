import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import * as runtime from '../../runtime/index.ts'

const here = new URL('.', import.meta.url)

/** Runs a program that has no asyncio in it; what it printed. */
function printed(source: string): string {
  const lines: string[] = []
  const output = runtime.makeOutput({ now: () => 0, emit: (line) => lines.push(line.replace(/^0 /, '')) })
  const exceptions = runtime.useImplementation({})
  const { body, imports } = compile(source)
  const given = (name: string): unknown => Reflect.get(output, name) ?? Reflect.get(exceptions, name) ?? Reflect.get(runtime, name)
  const run = new Function(...imports.values(), `'use strict'\n${body}`)
  run(...Array.from(imports.keys(), given))
  return `${lines.join('\n')}\n`
}

describe("Python's language, compiled, prints what CPython 3.14 prints", () => {
  for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
    test(file, () => {
      expect(printed(readFileSync(new URL(file, here), 'utf8'))).toBe(readFileSync(new URL(file.replace(/\.py$/, '.out'), here), 'utf8'))
    })
  }
})
