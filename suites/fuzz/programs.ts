import { Arbitrary, stream, toStringMethod, Value, type Random, type Stream } from 'fast-check'
import { generateTree, programOf, type GeneratedProgram } from './generate.ts'
import { mixture, type Mixture } from './mixture.ts'
import type { ProgramOptions } from './program-options.ts'
import { editsOf } from './shrink/edits.ts'
import { edited } from './shrink/edit.ts'

/**
 * A fast-check arbitrary of whole programs: well-formed, sure to end, made smaller construct by construct.
 *
 * `source` is what an adapter runs. Throws for options that leave nothing to draw.
 */
export function programs(options: ProgramOptions = {}): Arbitrary<GeneratedProgram> {
  return new Programs(mixture(options))
}

class Programs extends Arbitrary<GeneratedProgram> {
  readonly #mixture: Mixture
  #count = 0

  constructor(mix: Mixture) {
    super()
    this.#mixture = mix
  }

  /** A whole program in one draw: a tree of arbitraries would cost a hundred times as much. */
  generate(random: Random): Value<GeneratedProgram> {
    return this.#value(generateTree(random, this.#mixture))
  }

  canShrinkWithoutContext(value: unknown): value is GeneratedProgram {
    return typeof value === 'object' && value !== null && 'tree' in value && 'source' in value
  }

  shrink(program: GeneratedProgram): Stream<Value<GeneratedProgram>> {
    const smaller = function* (): Generator<Value<GeneratedProgram>> {
      for (const edit of editsOf(program.tree)) yield new Value(shown(programOf(`${program.id}'`, edited(program.tree, edit))), undefined)
    }
    return stream(smaller())
  }

  #value(tree: GeneratedProgram['tree']): Value<GeneratedProgram> {
    this.#count += 1
    return new Value(shown(programOf(`generated-${this.#count}`, tree)), undefined)
  }
}

/** A program that fast-check's messages show as its source. */
function shown(program: GeneratedProgram): GeneratedProgram {
  return Object.defineProperty(program, toStringMethod, { value: () => `\n${program.source}` })
}
