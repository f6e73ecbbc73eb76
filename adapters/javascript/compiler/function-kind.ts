import type { Compilation } from './compilation.ts'
import type { FrameKind } from './frame.ts'
import type { FunctionNode } from './parse.ts'
import { mayBlock } from './threads.ts'

/** What kind of JavaScript function a Python one becomes. */
export function kindOf(c: Compilation, node: FunctionNode): FrameKind {
  if (mayBlock(node)) return 'blocking'
  const isGenerator = c.isGenerator(node)
  if (node.nodeType === 'FunctionDef') return isGenerator ? 'generator' : 'function'
  return isGenerator ? 'asyncGenerator' : 'async'
}

/** `function f`, `function* f`, `async function f` as the kind and style ask for. */
export function keyword(c: Compilation, kind: FrameKind): string {
  if (c.style === 'generator') return kind === 'function' ? 'function' : 'function*'
  return { function: 'function', generator: 'function*', async: 'async function', asyncGenerator: 'async function*', module: '', blocking: '' }[kind]
}

/** What wraps a function expression to make it Python's `async def`; empty where JavaScript's own serves. */
export function wrapper(c: Compilation, kind: FrameKind): string {
  if (c.style === 'async') return ''
  if (kind === 'blocking') return c.use('blocking')
  return kind === 'async' ? 'asyncio.coroutine' : kind === 'asyncGenerator' ? 'asyncio.asyncGenerator' : ''
}
