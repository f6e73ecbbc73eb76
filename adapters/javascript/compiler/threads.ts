import { containsOutsideFunctions, eachChild, someChild } from './children.ts'
import type { Node, Of } from './parse.ts'

type Place = Of<'Module'> | Of<'FunctionDef'> | Of<'AsyncFunctionDef'> | Of<'Lambda'>

/** A call that is not awaited, or a `with`, and where it stands. */
interface Found {
  readonly node: Of<'Call'> | Of<'With'>
  readonly place: Place
}

const functions = new WeakSet<Node>()
const waits = new WeakSet<Node>()

/** Whether a function or lambda may block its thread: it is a generator then, that others call by `waiting`. */
export function mayBlock(node: Node): boolean { return functions.has(node) }

/** Whether this is none of the program's `await`s, a call that may block stands in it; or a `with` that may. */
export function isWait(node: Node): boolean { return waits.has(node) }

const mentions = /threading|run_in_executor|to_thread|threadsafe|concurrent/

/** Whether a program needs its threads marked: it has some, or lines of the module that block while an event loop runs. */
export function hasThreads(module: Of<'Module'>, runsMain: boolean): boolean {
  return !runsMain || containsOutsideFunctions(module, speaksOfThreads)
}

function speaksOfThreads(node: Node): boolean {
  switch (node.nodeType) {
    case 'Name': return mentions.test(node.id)
    case 'Attribute': return mentions.test(node.attr) || speaksOfThreads(node.value)
    case 'Alias': return mentions.test(node.name)
    default: return someChild(node, speaksOfThreads)
  }
}

/**
 * Makes visible in a program's tree where its threads may block: such calls stand in an `await` then (`isWait`), and a
 * function with one in it may block itself (`mayBlock`).
 *
 * They are found by name: whether a call blocks shows when it is made. Methods of the program's classes, generators and
 * decorated functions are left alone: what blocks in them lets other threads go on, but not what Node does.
 */
export function markThreads(module: Of<'Module'>): void {
  const found: Found[] = []
  const own = methodsIn(module)
  const names = new Set<string>()
  visit(module, module, found)
  for (let before = -1; before < names.size;) {
    before = names.size
    for (const { node, place } of found) {
      if (!blocks(node, names, own) || (place.nodeType !== 'FunctionDef' && place.nodeType !== 'Lambda')) continue
      functions.add(place)
      if (place.nodeType === 'FunctionDef') names.add(place.name)
    }
  }
  for (const { node } of found) if (blocks(node, names, own)) wait(node)
}

function visit(node: Node, place: Place | undefined, found: Found[]): void {
  eachChild(node, (child) => {
    if (place !== undefined && (child.nodeType === 'With' || (child.nodeType === 'Call' && node.nodeType !== 'Await'))) found.push({ node: child, place })
    visit(child, placeOf(child, node, place), found)
  })
}

/** Where what is below `node` stands; undefined where nothing can wait. */
function placeOf(node: Node, parent: Node, place: Place | undefined): Place | undefined {
  switch (node.nodeType) {
    case 'FunctionDef': return parent.nodeType === 'ClassDef' || node.decorator_list.length > 0 || node.body.some(isOrHasYield) ? undefined : node
    case 'AsyncFunctionDef': case 'Lambda': return node
    case 'ClassDef': case 'GeneratorExp': return undefined
    default: return place
  }
}

/** The names of the methods that the program's classes have: which is called cannot be told from the name. */
function methodsIn(node: Node, found = new Set<string>()): ReadonlySet<string> {
  if (node.nodeType === 'ClassDef') for (const each of node.body) if (each.nodeType === 'FunctionDef') found.add(each.name)
  eachChild(node, (child) => methodsIn(child, found))
  return found
}

function isOrHasYield(node: Node): boolean { return isYield(node) || containsOutsideFunctions(node, isYield) }
function isYield({ nodeType }: Node): boolean { return nodeType === 'Yield' || nodeType === 'YieldFrom' }

/** Methods that block in Python, whatever the class. */
const blockingMethods = new Set('join wait wait_for result exception get put acquire shutdown run run_until_complete run_forever close'.split(' '))
/** Functions of modules that do. */
const blockingFunctions = new Set(['time.sleep', 'asyncio.run'])
const modules = new Set('asyncio time os itertools operator contextvars sys math'.split(' '))

function blocks(node: Of<'Call'> | Of<'With'>, names: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  if (node.nodeType === 'With') return !own.has('__enter__')
  const { func } = node
  if (func.nodeType === 'Name') return names.has(func.id)
  if (func.nodeType !== 'Attribute') return false
  const { value, attr } = func
  if (value.nodeType === 'Name' && modules.has(value.id)) return blockingFunctions.has(`${value.id}.${attr}`)
  return blockingMethods.has(attr) && !own.has(attr) && value.nodeType !== 'Constant' && value.nodeType !== 'JoinedStr' && !(value.nodeType === 'Attribute' && value.attr === 'path')
}

/** A call moves into an `await` that takes its place in the tree. */
function wait(call: Of<'Call'> | Of<'With'>): void {
  if (call.nodeType === 'With') {
    waits.add(call)
    return
  }
  const { lineno, col_offset } = call
  const value = { ...call }
  for (const key of Object.keys(call)) Reflect.deleteProperty(call, key)
  waits.add(Object.assign<object, Of<'Await'>>(call, { nodeType: 'Await', value, lineno, col_offset }))
}
