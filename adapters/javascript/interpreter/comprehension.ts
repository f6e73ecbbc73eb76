import { asyncIterate, dict, iterate, set, truthy } from '../runtime/index.ts'
import { pythonGenerator } from '../python-function.ts'
import type { ComprehensionNode, Expression, Of } from '../compiler/parse.ts'
import { assign } from './assign.ts'
import { Frame } from './frame.ts'
import type { Steps } from './steps.ts'

/** A comprehension that does not wait, or a generator expression. */
export function comprehension(f: Frame, node: ComprehensionNode): unknown {
  const inner = new Frame(f.program, f.program.outline.scope(node), f === f.program.module ? undefined : f, f.qualname)
  if (node.nodeType === 'GeneratorExp') {
    const elements = generated(inner, node, firstOf(f, node))
    return f.program.outline.graphs ? pythonGenerator(f.nested('<genexpr>'), elements) : elements
  }
  const found: unknown[] = []
  for (const _ of rounds(inner, node.generators, 0, firstOf(f, node))) found.push(node.nodeType === 'DictComp' ? [inner.evaluate(node.key), inner.evaluate(node.value)] : inner.evaluate(node.elt))
  return collected(node, found)
}

function* generated(inner: Frame, node: Of<'GeneratorExp'>, first: unknown): Generator<unknown, void, unknown> {
  for (const _ of rounds(inner, node.generators, 0, first)) yield inner.evaluate(node.elt)
}

/** What the first `for` goes through is computed where the comprehension stands. */
function firstOf(f: Frame, node: ComprehensionNode): unknown {
  const [first] = node.generators
  return first === undefined ? [] : f.evaluate(first.iter)
}

/** Goes through the loops; each time the variables have the values for one element. */
function* rounds(f: Frame, generators: readonly Of<'Comprehension'>[], depth: number, source: unknown): Generator<undefined, void> {
  const generator = generators[depth]
  if (generator === undefined) {
    yield
    return
  }
  for (const each of iterate(source)) {
    assign(f, generator.target, each)
    if (!generator.ifs.every((condition) => truthy(f.evaluate(condition)))) continue
    const next = generators[depth + 1]
    yield* rounds(f, generators, depth + 1, next === undefined ? undefined : f.evaluate(next.iter))
  }
}

/** A comprehension that waits. */
export function* suspendingComprehension(f: Frame, node: ComprehensionNode): Steps<unknown> {
  const inner = new Frame(f.program, f.program.outline.scope(node), f === f.program.module ? undefined : f, f.qualname)
  const [first] = node.generators
  const found: unknown[] = []
  yield* suspendingRounds(inner, node, 0, first === undefined ? [] : yield* f.value(first.iter), found)
  return collected(node, found)
}

function* suspendingRounds(f: Frame, node: ComprehensionNode, depth: number, source: unknown, found: unknown[]): Steps<void> {
  const generator = node.generators[depth]
  if (generator === undefined) {
    found.push(node.nodeType === 'DictComp' ? [yield* f.value(node.key), yield* f.value(node.value)] : yield* f.value(node.elt))
  } else if (generator.is_async === 1) {
    for (const each = asyncIterate(source); yield* each.next();) yield* suspendingRound(f, node, depth, each.value, found)
  } else {
    for (const each of iterate(source)) yield* suspendingRound(f, node, depth, each, found)
  }
}

function* suspendingRound(f: Frame, node: ComprehensionNode, depth: number, each: unknown, found: unknown[]): Steps<void> {
  const [generator, next] = [node.generators[depth], node.generators[depth + 1]]
  if (generator === undefined) return
  assign(f, generator.target, each)
  if (yield* allTrue(f, generator.ifs)) yield* suspendingRounds(f, node, depth + 1, next === undefined ? undefined : yield* f.value(next.iter), found)
}

function* allTrue(f: Frame, conditions: readonly Expression[]): Steps<boolean> {
  for (const condition of conditions) if (!truthy(yield* f.value(condition))) return false
  return true
}

function collected(node: ComprehensionNode, found: unknown[]): unknown {
  switch (node.nodeType) {
    case 'SetComp': return set(found)
    case 'DictComp': return dict(found)
    case 'ListComp': case 'GeneratorExp': return found
  }
}
