import { BlockingNames } from './blocking-names.ts'
import { containsOutsideFunctions, eachChild, someChild } from './children.ts'
import { refuse, type Node, type Of } from './parse.ts'

type Place = Of<'Module'> | Of<'FunctionDef'> | Of<'AsyncFunctionDef'> | Of<'Lambda'>

/** A call that is not awaited, or a `with`, and where it stands; `null` where nothing can wait. */
interface Found {
  readonly node: Of<'Call'> | Of<'With'>
  readonly place: Place | null
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
 * They are found by name: whether a call blocks shows when it is made. Generators, decorated functions and special methods
 * are left alone: what blocks in them lets other threads go on, but not what Node does; what runs an event loop there is
 * refused.
 */
export function markThreads(module: Of<'Module'>): void {
  const names = new BlockingNames(module)
  const found: Found[] = []
  visit(module, module, found)
  for (let before = -1; before < names.size;) {
    before = names.size
    for (const { node, place } of found) {
      if (!names.blocks(node) || (place?.nodeType !== 'FunctionDef' && place?.nodeType !== 'Lambda')) continue
      functions.add(place)
      names.add(place, names.runsLoop(node))
    }
  }
  for (const { node, place } of found) {
    if (place !== null && names.blocks(node)) wait(node)
    else if (place === null && names.runsLoop(node)) refuse(node, 'what runs an event loop is outside the subset in a generator, a decorated function and a special method', 'write a plain function or method for it')
  }
}

function visit(node: Node, place: Place | null, found: Found[]): void {
  eachChild(node, (child) => {
    if (child.nodeType === 'With' || (child.nodeType === 'Call' && node.nodeType !== 'Await')) found.push({ node: child, place })
    visit(child, placeOf(child, node, place), found)
  })
}

/** Where what is below `node` stands; `null` where nothing can wait. */
function placeOf(node: Node, parent: Node, place: Place | null): Place | null {
  switch (node.nodeType) {
    case 'FunctionDef': return (parent.nodeType === 'ClassDef' && node.name.startsWith('__')) || node.decorator_list.length > 0 || node.body.some(isOrHasYield) ? null : node
    case 'AsyncFunctionDef': case 'Lambda': return node
    case 'ClassDef': case 'GeneratorExp': return null
    default: return place
  }
}

function isOrHasYield(node: Node): boolean { return isYield(node) || containsOutsideFunctions(node, isYield) }
function isYield({ nodeType }: Node): boolean { return nodeType === 'Yield' || nodeType === 'YieldFrom' }

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
