import { named } from '../runtime/index.ts'
import { pythonFunction, pythonGenerator } from '../python-function.ts'
import type { Callable } from '../runtime/callable.ts'
import type { Expression, FunctionNode, Of } from '../compiler/parse.ts'
import { define, Definition } from './definition.ts'
import { returned } from './completion.ts'
import type { Frame } from './frame.ts'

/** A `def` or `async def` where it is executed. */
export function makeFunction(f: Frame, node: FunctionNode, qualname: string): Callable {
  const definition = new Definition(f, node, qualname, undefined, defaults(f, node.args.defaults), namedDefaults(f, node))
  return define(wrapped(definition, node, bodyOf(f, definition, node, node.name)), definition)
}

/** A function of a class: it takes its object as `this`. */
export function makeMethod(f: Frame, node: FunctionNode, qualname: string, key: string): Callable {
  const [self] = [...node.args.posonlyargs, ...node.args.args]
  const definition = new Definition(f, node, qualname, self?.arg ?? '', defaults(f, node.args.defaults), namedDefaults(f, node))
  return define(wrapped(definition, node, bodyOf(f, definition, node, key)), definition)
}

/** `lambda` */
export function lambda(f: Frame, node: Of<'Lambda'>): Callable {
  const qualname = f.nested('<lambda>')
  const definition = new Definition(f, node, qualname, undefined, defaults(f, node.args.defaults), namedDefaults(f, node))
  return define(named(pythonFunction('<lambda>', qualname, f.program.outline.graphs, (_, args) => definition.frame(undefined, args).evaluate(node.body)), qualname), definition)
}

/** The JavaScript function of a Python one. What steps through a coroutine is not itself seen on the stack. */
function bodyOf(f: Frame, definition: Definition, node: FunctionNode, name: string): Callable {
  const isSeen = f.program.outline.graphs && node.nodeType === 'FunctionDef'
  return pythonFunction(name, definition.qualname, isSeen, (self, args) => begin(definition, node, self, args))
}

/** What a call gives: the result, or what steps through the body. */
function begin(definition: Definition, node: FunctionNode, self: unknown, args: unknown[]): unknown {
  const frame = definition.frame(self, args)
  const { scope } = definition
  frame.emits = node.nodeType === 'AsyncFunctionDef' && scope.yields
  if (node.nodeType === 'AsyncFunctionDef') return steps(frame, node)
  if (scope.yields) return frame.program.outline.graphs ? pythonGenerator(definition.qualname, steps(frame, node)) : steps(frame, node)
  return frame.run(node.body) === returned ? frame.result : null
}

function* steps(frame: Frame, node: FunctionNode): Generator<unknown, unknown, unknown> {
  return (yield* frame.step(node.body)) === returned ? frame.result : null
}

function wrapped(definition: Definition, node: FunctionNode, body: Callable): Callable {
  const { qualname, scope } = definition
  if (node.nodeType === 'FunctionDef') return qualname === body.name ? body : named(body, qualname)
  const { asyncio } = definition
  const wrap: unknown = Reflect.get(asyncio, scope.yields ? 'asyncGenerator' : 'coroutine')
  const made: unknown = typeof wrap === 'function' ? Reflect.apply(wrap, asyncio, [body, qualname]) : undefined
  if (!isCallable(made)) throw new Error('the implementation makes no coroutine functions')
  return made
}

function isCallable(x: unknown): x is Callable {
  return typeof x === 'function'
}

const none: readonly unknown[] = []

function defaults(f: Frame, nodes: readonly Expression[]): readonly unknown[] {
  return nodes.length === 0 ? none : nodes.map((node) => f.evaluate(node))
}

const noNames: ReadonlyMap<string, unknown> = new Map()

function namedDefaults(f: Frame, { args }: FunctionNode | Of<'Lambda'>): ReadonlyMap<string, unknown> {
  if (args.kwonlyargs.length === 0) return noNames
  const values = new Map<string, unknown>()
  for (const [i, arg] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[i]
    if (value !== null && value !== undefined) values.set(arg.arg, f.evaluate(value))
  }
  return values
}
