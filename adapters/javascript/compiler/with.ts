import { assignTo } from './assignment.ts'
import { code, indent, precedence } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Of } from './parse.ts'
import { isWait } from './threads.ts'

type With = Of<'With'> | Of<'AsyncWith'>

/**
 * `with` and `async with`: the manager is entered, and told how the body ended.
 *
 *     const guard = yield* enterAsync(lock)
 *     try { … } catch (error) { yield* guard.failed(error) } finally { yield* guard.exit() }
 *
 * `failed` throws the error again unless the manager takes it; `exit` does nothing after `failed`.
 */
export function withStatement(c: Compilation, node: With): string[] {
  return nested(c, node, 0)
}

function nested(c: Compilation, node: With, index: number): string[] {
  const item = node.items[index]
  if (item === undefined) return c.statements(node.body)
  const enter = isWait(node) ? 'enterWaiting' : node.nodeType === 'With' ? 'enter' : c.style === 'generator' ? 'enterAsync' : 'enterPromised'
  const wait = enter !== 'enter' ? (c.style === 'generator' ? 'yield* ' : 'await ') : ''
  const guard = c.fresh('guard')
  const error = c.fresh('error')
  const entered = `const ${guard} = ${wait}${c.use(enter)}(${c.expression(item.context_expr).text})`
  const bound = item.optional_vars ? assignTo(c, item.optional_vars, code(`${guard}.value`, precedence.member), item) : []
  return [
    entered,
    'try {',
    ...indent([...bound, ...nested(c, node, index + 1)]),
    `} catch (${error}) {`,
    `  ${wait}${guard}.failed(${error})`,
    '} finally {',
    `  ${wait}${guard}.exit()`,
    '}',
  ]
}
