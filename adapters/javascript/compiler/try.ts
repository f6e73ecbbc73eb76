import { block, indent, precedence, at } from './code.ts'
import type { Compilation } from './compilation.ts'
import { translatedExceptions } from './builtins.ts'
import { refuse, type Expression, type Node, type Of, type Statement } from './parse.ts'
import { variableName } from './names.ts'

/** `try` with its handlers. */
export function tryStatement(c: Compilation, node: Of<'Try'>): string[] {
  const leavesHandlers = node.handlers.every((handler) => neverFallsThrough(handler.body))
  const flag = node.orelse.length > 0 && node.handlers.length > 0 && !leavesHandlers ? c.fresh('completed') : undefined
  const tried = c.statements(node.body)
  if (flag !== undefined) tried.push(`${flag} = true`)
  const otherwise = flag === undefined ? c.statements(node.orelse) : block(`if (${flag})`, c.statements(node.orelse))
  const front = flag === undefined ? [] : [`let ${flag} = false`]
  if (node.handlers.length === 0) return withFinally(c, node, [...tried, ...otherwise])
  const caught = ['try {', ...indent(tried), ...handlers(c, node.handlers)]
  if (node.finalbody.length === 0) return [...front, ...caught, '}', ...otherwise]
  if (node.orelse.length === 0 && !c.chains) return [...front, ...caught, '} finally {', ...indent(c.statements(node.finalbody)), '}']
  return withFinally(c, node, [...front, ...caught, '}', ...otherwise])
}

/** Lines in a `try` of their own with its `finally`; with `__context__` in the program, that one knows because of what it runs. */
function withFinally(c: Compilation, node: Of<'Try'>, lines: readonly string[]): string[] {
  if (!c.chains) return ['try {', ...indent(lines), '} finally {', ...indent(c.statements(node.finalbody)), '}']
  const failure = c.temporary('failure')
  const error = c.fresh('error')
  const outer = c.frame.failed
  c.frame.failed = failure
  const final = chaining(c, c.statements(node.finalbody), failure)
  c.frame.failed = outer
  return [`${failure} = undefined`, 'try {', ...indent(lines), `} catch (${error}) {`, `  throw (${failure} = ${error})`, '} finally {', ...indent(final), '}']
}

function neverFallsThrough(body: readonly Statement[]): boolean {
  const last = body.at(-1)
  if (last === undefined) return false
  if (last.nodeType === 'If') return last.orelse.length > 0 && neverFallsThrough(last.body) && neverFallsThrough(last.orelse)
  return last.nodeType === 'Return' || last.nodeType === 'Raise' || last.nodeType === 'Continue' || last.nodeType === 'Break'
}

/** `} catch (e) {` and what is in it, without the closing brace. */
function handlers(c: Compilation, all: readonly Of<'ExceptHandler'>[]): string[] {
  const names = new Set(all.map((handler) => handler.name).filter((name) => name !== undefined && name !== null))
  const [only] = names
  const isShared = names.size === 1 && only !== undefined && isCatchVariable(c, only)
  const variable = isShared ? variableName(only) : c.fresh('error')
  const needsTranslation = all.some((handler) => !handler.type || translates(c, handler.type))
  const { caught: outer, failed } = c.frame
  const handled = [failed, outer].filter((each) => each !== undefined).join(' ?? ')
  c.frame.caught = variable
  c.frame.failed = undefined
  const bodies = all.map((handler) => {
    const alias = handler.name && handler.name !== only ? true : handler.name !== undefined && handler.name !== null && !isShared
    const first = alias && handler.name ? [`${isCatchVariable(c, handler.name) ? 'const ' : ''}${variableName(handler.name)} = ${variable}`] : []
    const binding = handler.name ? c.frame.scope.bindings.get(handler.name) : undefined
    const last = binding !== undefined && c.unsure.variables.has(binding) ? [`${variableName(binding.name)} = ${c.use('unassigned')}`] : []
    return [...first, ...chaining(c, c.statements(handler.body), variable), ...last]
  })
  c.frame.caught = outer
  c.frame.failed = failed
  const lines: string[] = needsTranslation ? [`${variable} = ${c.use('caught')}(${variable})`] : []
  // It was raised while what is around handled another.
  if (c.chains && handled !== '') lines.push(`${c.use('chained')}(${variable}, ${handled})`)
  const tests = all.map((handler) => (handler.type ? condition(c, handler.type, variable) : ''))
  const [firstTest] = tests
  const [firstBody] = bodies
  if (all.length === 1 && firstTest !== undefined && firstBody !== undefined) {
    if (firstTest !== '') lines.push(`if (!${/^[\w$]+\(.*\)$/.test(firstTest) && !firstTest.includes(' ') ? firstTest : `(${firstTest})`}) throw ${variable}`)
    lines.push(...firstBody)
  } else lines.push(...chain(tests, bodies, variable))
  const needsVariable = lines.some((line) => hasWord(line, variable))
  return [needsVariable ? `} catch (${variable}) {` : '} catch {', ...indent(lines)]
}

/** With `__context__` in the program: what a handler raises remembers what it handled. */
function chaining(c: Compilation, lines: string[], handled: string): string[] {
  if (!c.chains || lines.length === 0) return lines
  const later = c.fresh('later')
  return ['try {', ...indent(lines), `} catch (${later}) {`, `  throw ${c.use('chained')}(${later}, ${handled})`, '}']
}

function hasWord(line: string, word: string): boolean {
  for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + 1)) {
    if (!isWordCharacter(line[at - 1]) && !isWordCharacter(line[at + word.length])) return true
  }
  return false
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/.test(character)
}

function chain(tests: readonly string[], bodies: readonly string[][], variable: string): string[] {
  const lines: string[] = []
  for (const [i, test] of tests.entries()) {
    const opening = test === '' ? '} else {' : `${i === 0 ? '' : '} else '}if (${test}) {`
    lines.push(opening, ...indent(bodies[i] ?? []))
  }
  return tests.at(-1) === '' ? [...lines, '}'] : [...lines, '} else {', `  throw ${variable}`, '}']
}

function isCatchVariable(c: Compilation, name: string): boolean {
  return c.frame.scope.lookup(name)?.declaration.statement === 'catch'
}

/** Whether JavaScript's own errors can be meant. */
function translates(c: Compilation, type: Expression): boolean {
  if (type.nodeType === 'Tuple') return type.elts.some((element) => translates(c, element))
  const meaning = c.meaning(type)
  if (meaning?.kind === 'exception') return translatedExceptions.has(meaning.name)
  return meaning?.kind !== 'class' && meaning?.kind !== 'asyncio'
}

function condition(c: Compilation, type: Expression, variable: string): string {
  if (type.nodeType === 'Tuple' && type.elts.every((element) => isClass(c, element))) return type.elts.map((element) => `${variable} instanceof ${at(c.expression(element), precedence.member)}`).join(' || ')
  if (isBaseException(c, type)) return ''
  return isClass(c, type) ? `${variable} instanceof ${c.expression(type).text}` : `${c.use('matches')}(${variable}, ${c.expression(type).text})`
}

function isBaseException(c: Compilation, type: Expression): boolean {
  const meaning = c.meaning(type)
  return meaning?.kind === 'exception' && meaning.name === 'BaseException'
}

function isClass(c: Compilation, node: Expression): boolean {
  const meaning = c.meaning(node)
  return meaning?.kind === 'exception' || meaning?.kind === 'class' || (meaning?.kind === 'asyncio' && c.expression(node).text.startsWith('asyncio.'))
}

/** `try` with `except*`. */
export function tryStar(c: Compilation, node: Of<'TryStar'>): string[] {
  const error = c.fresh('error')
  const group = c.fresh('group')
  const flag = node.orelse.length > 0 ? c.fresh('completed') : undefined
  const tried = c.statements(node.body)
  if (flag !== undefined) tried.push(`${flag} = true`)
  const lines = [`const ${group} = ${c.use('exceptStar')}(${error})`]
  for (const handler of node.handlers) {
    if (!handler.type) refuse(handler, 'SyntaxError: expected one or more exception types')
    const raised = c.fresh('raised')
    const outer = c.frame.caught
    c.frame.caught = `${group}.matched`
    const types = handler.type.nodeType === 'Tuple' ? `[${handler.type.elts.map((element) => c.expression(element).text).join(', ')}]` : c.expression(handler.type).text
    const name = handler.name ? [`${isCatchVariable(c, handler.name) ? 'const ' : ''}${variableName(handler.name)} = ${group}.matched`] : []
    const inner = [...name, ...c.statements(handler.body)]
    c.frame.caught = outer
    lines.push(...block(`if (${group}.split(${types}))`, ['try {', ...indent(inner), `} catch (${raised}) {`, `  ${group}.raised(${raised})`, '}']))
  }
  lines.push(`${group}.finish()`)
  const caught = [...(flag === undefined ? [] : [`let ${flag} = false`]), 'try {', ...indent(tried), `} catch (${error}) {`, ...indent(lines), '}', ...(flag === undefined ? [] : block(`if (${flag})`, c.statements(node.orelse)))]
  if (node.finalbody.length === 0) return caught
  return ['try {', ...indent(caught), '} finally {', ...indent(c.statements(node.finalbody)), '}']
}

/** `raise` */
export function raise(c: Compilation, node: Of<'Raise'>): string[] {
  if (!node.exc) return [c.frame.caught === undefined ? `${c.use('reraise')}()` : `throw ${c.frame.caught}`]
  const meaning = c.meaning(node.exc)
  const isClass = meaning?.kind === 'exception' || meaning?.kind === 'class' || (meaning?.kind === 'asyncio' && /^[A-Z]/.test(meaning.name))
  const value = c.expression(node.exc).text
  const type = c.type(node.exc)
  const made = isClass ? `new ${value}()` : type === 'exception' || isMade(c, node.exc) || (node.exc.nodeType === 'Name' && isCatchVariable(c, node.exc.id)) ? value : `${c.use('raised')}(${value})`
  if (!node.cause) return [`throw ${made}`]
  return [`throw ${c.use('raisedFrom')}(${made}, ${c.expression(node.cause).text})`]
}

function isMade(c: Compilation, node: Node): boolean {
  if (node.nodeType !== 'Call') return false
  const meaning = c.meaning(node.func)
  return meaning?.kind === 'exception' || meaning?.kind === 'class' || (meaning?.kind === 'asyncio' && /^[A-Z]/.test(meaning.name))
}
