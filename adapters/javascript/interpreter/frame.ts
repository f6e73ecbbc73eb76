import type { Expression, Statement } from '../compiler/parse.ts'
import type { Completion } from './completion.ts'
import type { Interpretation } from './interpretation.ts'
import type { ScopeOutline } from './outline.ts'
import type { Steps } from './steps.ts'

/** A function, lambda or comprehension that runs, or the module: its variables and where it has got to. */
export class Frame {
  readonly program: Interpretation
  readonly scope: ScopeOutline
  /** The function around it; undefined for the module and what stands in that. */
  readonly outer: Frame | undefined
  readonly qualname: string
  readonly values = new Map<string, unknown>()
  /** What it returns, where the last statement said that it does. */
  result: unknown = null
  /** The exception that is being handled in it. */
  handled: unknown = undefined
  /** That because of which the innermost `finally` runs, when it is more inward than what is handled. */
  failed: unknown = undefined
  /** Whether `yield` is that of an asynchronous generator. */
  emits = false

  constructor(program: Interpretation, scope: ScopeOutline, outer: Frame | undefined, qualname: string) {
    this.program = program
    this.scope = scope
    this.outer = outer
    this.qualname = qualname
  }

  /** The value of an expression that does not wait. */
  evaluate(node: Expression): unknown {
    return this.program.semantics.evaluate(this, node)
  }

  /** The value of an expression, which may wait. */
  value(node: Expression): Steps<unknown> {
    return this.program.semantics.value(this, node)
  }

  /** Runs statements of which none waits. */
  run(nodes: readonly Statement[]): Completion {
    return this.program.semantics.run(this, nodes)
  }

  /** Steps through statements of which some may wait. */
  step(nodes: readonly Statement[]): Steps<Completion> {
    return this.program.semantics.step(this, nodes)
  }

  /** The qualified name of what is made in it: `main.<locals>.child`. */
  nested(name: string): string {
    return this.qualname === '' ? name : `${this.qualname}.<locals>.${name}`
  }
}
