import { eachChild } from './children.ts'
import type { Node, Of } from './parse.ts'

/** Methods that block in Python, whatever the class. */
const blockingMethods = new Set('join wait wait_for result exception get put acquire shutdown run run_until_complete run_forever close'.split(' '))
/** Functions of modules that do. */
const blockingFunctions = new Set(['time.sleep', 'asyncio.run'])
/** Of all these, what runs an event loop. */
const loopRunners = new Set(['asyncio.run', 'run_until_complete', 'run_forever'])
const modules = new Set('asyncio time os itertools operator contextvars sys math'.split(' '))

/** Which calls of a program may block their thread, by the name of what is called. */
export class BlockingNames {
  /** All methods of the program's classes: which is called cannot be told from the name. */
  readonly #methods = new Map<Node, string>()
  readonly #lambdas = new Map<Node, string>()
  /** What of the program's own may block: functions, and methods. */
  readonly #functions = new Set<string>()
  readonly #blockingMethods = new Set<string>()
  /** Functions in which an event loop runs. */
  readonly #loopFunctions = new Set<string>()
  readonly #own: ReadonlySet<string>

  constructor(module: Of<'Module'>) {
    this.#look(module)
    this.#own = new Set(this.#methods.values())
  }

  /** How many of the program's own may block. */
  get size(): number { return this.#functions.size + this.#blockingMethods.size + this.#loopFunctions.size }

  /** Adds a function in which something blocks: an event loop, or something else. */
  add(node: Of<'FunctionDef'> | Of<'Lambda'>, runsLoop: boolean): void {
    const method = this.#methods.get(node)
    const name = node.nodeType === 'FunctionDef' ? node.name : this.#lambdas.get(node)
    if (method !== undefined) this.#blockingMethods.add(method)
    else if (name !== undefined) {
      this.#functions.add(name)
      if (runsLoop) this.#loopFunctions.add(name)
    }
  }

  /** Whether a call may block, or entering or leaving a `with`. */
  blocks(node: Of<'Call'> | Of<'With'>): boolean {
    if (node.nodeType === 'With') return !this.#own.has('__enter__') || node.items.some(({ context_expr: manager }) => isRunner(manager))
    const { func } = node
    if (func.nodeType === 'Name') return this.#functions.has(func.id)
    if (func.nodeType !== 'Attribute' || isSuper(func.value)) return false
    const { value, attr } = func
    if (value.nodeType === 'Name' && modules.has(value.id)) return blockingFunctions.has(`${value.id}.${attr}`)
    if (this.#own.has(attr)) return this.#blockingMethods.has(attr)
    return blockingMethods.has(attr) && value.nodeType !== 'Constant' && value.nodeType !== 'JoinedStr' && !(value.nodeType === 'Attribute' && value.attr === 'path')
  }

  /** Whether a call runs an event loop, by itself or in a function of the program's. */
  runsLoop(node: Of<'Call'> | Of<'With'>): boolean {
    if (node.nodeType === 'With') return node.items.some(({ context_expr: manager }) => isRunner(manager))
    const { func } = node
    if (func.nodeType === 'Name') return this.#loopFunctions.has(func.id)
    if (func.nodeType !== 'Attribute') return false
    const { value, attr } = func
    if (value.nodeType === 'Name' && modules.has(value.id)) return loopRunners.has(`${value.id}.${attr}`)
    return !this.#own.has(attr) && (loopRunners.has(attr) || (attr === 'run' && isRunner(value)))
  }

  #look(node: Node): void {
    eachChild(node, (child) => {
      if (node.nodeType === 'ClassDef' && child.nodeType === 'FunctionDef') this.#methods.set(child, child.name)
      if (node.nodeType === 'Assign' && child.nodeType === 'Lambda' && node.targets[0]?.nodeType === 'Name') this.#lambdas.set(child, node.targets[0].id)
      if (node.nodeType === 'ImportFrom' && node.module === 'asyncio' && child.nodeType === 'Alias' && child.name === 'run') this.#addRun(child.asname ?? child.name)
      this.#look(child)
    })
  }

  #addRun(name: string): void {
    this.#functions.add(name)
    this.#loopFunctions.add(name)
  }
}

/** `asyncio.Runner()`. */
function isRunner(node: Node): boolean {
  if (node.nodeType !== 'Call') return false
  const { func } = node
  return (func.nodeType === 'Name' && func.id === 'Runner') || (func.nodeType === 'Attribute' && func.attr === 'Runner')
}

function isSuper(node: Node): boolean { return node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'super' }
