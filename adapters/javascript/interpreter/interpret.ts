import type { Of } from '../compiler/parse.ts'
import { runsMain } from '../compiler/runs-main.ts'
import { Interpretation, type Given } from './interpretation.ts'
import { evaluate } from './expression.ts'
import type { Outline } from './outline.ts'
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
  /**
   * Lets go of everything when the program is over. V8 keeps the classes that a program made until the next full
   * collection, and they what they can reach.
   */
  release(): void
}

/**
 * Prepares a program to be executed node by node, which for one that runs once is a good deal faster than to compile it.
 * `cli/interpreted-rules.test.ts` and `cli/fuzz-interpreted.test.ts` hold that both do the same. Undefined for a program with
 * something in it that only the compiler knows (`interpreted.ts`).
 */
export function interpret(module: Of<'Module'>): Interpreted | undefined {
  const outline = readOutline(module)
  if (outline.isBeyond) return undefined
  return new Program(module, outline)
}

class Program implements Interpreted {
  readonly runsMain: boolean
  readonly #tree: Of<'Module'>
  readonly #outline: Outline
  #run: Interpretation | undefined

  constructor(tree: Of<'Module'>, outline: Outline) {
    this.#tree = tree
    this.#outline = outline
    this.runsMain = runsMain(tree)
  }

  execute(given: Given): unknown {
    this.#run = new Interpretation(this.#tree, this.#outline, semantics, given)
    runAll(this.#run.module, this.#tree.body)
    return this.#run.module.values.get('main')
  }

  release(): void {
    this.#run?.release()
    this.#outline.clear()
  }
}
