import { expect, test } from 'vitest'
import { loadSpec } from '../spec/load-spec.ts'
import { compile, CompileError } from './javascript/compile.ts'
import * as python from './reference-python.ts'

/** What a program imports, or nothing where it is outside the subset: other tests see to that. */
function importsOf(source: string): readonly string[] {
  try {
    return [...compile(source, { style: 'generator' }).imports.keys()]
  } catch (error) {
    if (error instanceof CompileError) return []
    throw error
  }
}

test('a virtual-clock program of the document pasted into a file finds everything that it imports', () => {
  const names = new Set(loadSpec().rules.filter(rule => rule.clock === 'virtual').flatMap(rule => rule.scenarios.flatMap(scenario => importsOf(scenario.source))))
  expect([...names].filter(name => !Object.hasOwn(python, name)).toSorted()).toEqual([])
})
