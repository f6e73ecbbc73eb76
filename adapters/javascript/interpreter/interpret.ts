import type { Of } from '../compiler/parse.ts'
import { runsMain } from '../compiler/runs-main.ts'
import { Interpretation, type Given } from './interpretation.ts'
import { evaluate } from './expression.ts'
import { readOutline } from './read-outline.ts'
import type { Semantics } from './semantics.ts'
import { runAll } from './statement.ts'
import { value } from './suspending-expression.ts'
import { stepAll } from './suspending-statement.ts'

const semantics: Semantics = { evaluate, value, run: runAll, step: stepAll }

/** A program that is executed as its tree stands there. */
export interface Interpreted {
  /** Whether it defines `main` and leaves running it to the harness. */
  readonly runsMain: boolean
  /** Executes the module; gives its `main`. */
  execute(given: Given): unknown
}

/**
 * Prepares a program to be executed node by node, which for one that runs once is a good deal faster than to compile it.
 * Both do the same to the letter, which `interpret.test.ts` holds. Undefined for a program with something in it that only
 * the compiler knows (`interpreted.ts`).
 */
export function interpret(module: Of<'Module'>): Interpreted | undefined {
  const outline = readOutline(module)
  if (outline.isBeyond) return undefined
  return {
    runsMain: runsMain(module),
    execute(given) {
      const program = new Interpretation(module, outline, semantics, given)
      runAll(program.module, module.body)
      return program.module.values.get('main')
    },
  }
}
