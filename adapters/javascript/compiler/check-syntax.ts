import { eachChild } from './children.ts'
import { refuse, type FunctionNode, type Node, type Of, type Statement } from './parse.ts'
import { containsYield } from './contains-yield.ts'

interface Place {
  readonly kind: 'module' | 'function' | 'async' | 'class' | 'lambda'
  readonly loop: boolean
  readonly isAsyncGenerator: boolean
  readonly star: boolean
}

/** Refuses what CPython calls a SyntaxError and the parser lets pass. */
export function checkSyntax(module: Of<'Module'>): void {
  for (const statement of module.body) check(statement, { kind: 'module', loop: false, isAsyncGenerator: false, star: false })
}

function check(node: Node, place: Place): void {
  if (node.nodeType === 'Name' || node.nodeType === 'Constant') return
  const inFunction = place.kind === 'function' || place.kind === 'async'
  switch (node.nodeType) {
    case 'FunctionDef': case 'AsyncFunctionDef': return checkFunction(node, place)
    case 'ClassDef':
      for (const each of [...node.decorator_list, ...node.bases]) check(each, place)
      return checkAll(node.body, { ...place, kind: 'class', loop: false, star: false })
    case 'Lambda': return check(node.body, { kind: 'lambda', loop: false, isAsyncGenerator: false, star: false })
    case 'Await':
      if (place.kind !== 'async') refuse(node, `SyntaxError: 'await' outside ${place.kind === 'module' || place.kind === 'class' ? 'function' : 'async function'}`)
      break
    case 'AsyncWith': if (place.kind !== 'async') refuse(node, "SyntaxError: 'async with' outside async function"); break
    case 'AsyncFor': {
      if (place.kind !== 'async') refuse(node, "SyntaxError: 'async for' outside async function")
      return checkLoop(node, place)
    }
    case 'Call': checkKeywords(node.keywords); break
    case 'ListComp': case 'SetComp': case 'DictComp':
      if (place.kind !== 'async' && node.generators.some((generator) => generator.is_async === 1)) refuse(node, 'SyntaxError: asynchronous comprehension outside of an asynchronous function')
      break
    case 'Yield':
      if (!inFunction && place.kind !== 'lambda') refuse(node, "SyntaxError: 'yield' outside function")
      break
    case 'YieldFrom':
      if (place.kind === 'async') refuse(node, "SyntaxError: 'yield from' inside async function")
      if (!inFunction && place.kind !== 'lambda') refuse(node, "SyntaxError: 'yield from' outside function")
      break
    case 'Return':
      if (!inFunction) refuse(node, "SyntaxError: 'return' outside function")
      if (place.star) refuse(node, "SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block")
      if (place.isAsyncGenerator && node.value) refuse(node, "SyntaxError: 'return' with value in async generator")
      break
    case 'Break': case 'Continue':
      if (place.star && !place.loop) refuse(node, "SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block")
      if (!place.loop) refuse(node, node.nodeType === 'Break' ? "SyntaxError: 'break' outside loop" : "SyntaxError: 'continue' not properly in loop")
      break
    case 'For': case 'While': return checkLoop(node, place)
    case 'TryStar':
      checkAll([...node.body, ...node.orelse, ...node.finalbody], place)
      for (const handler of node.handlers) checkAll(handler.body, { ...place, loop: false, star: true })
      return
    case 'Try': {
      const bare = node.handlers.findIndex((handler) => !handler.type)
      if (bare !== -1 && bare < node.handlers.length - 1) refuse(node.handlers[bare] ?? node, "SyntaxError: default 'except:' must be last")
      break
    }
    default:
  }
  eachChild(node, (child) => check(child, place))
}

function checkKeywords(keywords: readonly Of<'Keyword'>[]): void {
  if (keywords.length < 2) return
  const seen = new Set<string>()
  for (const keyword of keywords) {
    if (keyword.arg === undefined || keyword.arg === null) continue
    if (seen.has(keyword.arg)) refuse(keyword, `SyntaxError: keyword argument repeated: ${keyword.arg}`)
    seen.add(keyword.arg)
  }
}

function checkAll(nodes: readonly Statement[], place: Place): void {
  for (const node of nodes) check(node, place)
}

function checkLoop(node: Of<'For'> | Of<'AsyncFor'> | Of<'While'>, place: Place): void {
  check(node.nodeType === 'While' ? node.test : node.iter, place)
  checkAll(node.body, { ...place, loop: true })
  checkAll(node.orelse, place)
}

function checkFunction(node: FunctionNode, place: Place): void {
  for (const each of [...node.decorator_list, ...node.args.defaults]) check(each, place)
  const isAsync = node.nodeType === 'AsyncFunctionDef'
  checkAll(node.body, { kind: isAsync ? 'async' : 'function', loop: false, isAsyncGenerator: isAsync && containsYield(node), star: false })
}
