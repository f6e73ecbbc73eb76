import { driver } from './drivers.ts'
import { mixture, type Mixture } from './mixture.ts'
import type { ProgramOptions } from './program-options.ts'
import { textOf } from './python-text.ts'
import { moduleOf, type Module, type Statement } from './python-tree.ts'
import type { Random } from './random.ts'
import { expression, statements, text } from './template.ts'
import { Writer, type FunctionKind, type Globals, type ProgramFunction } from './writer.ts'

/** A program that nobody wrote. */
export interface GeneratedProgram {
  readonly id: string
  readonly source: string
  /** The same as a tree, of which `source` is the text. */
  readonly tree: Module
}

/** A program of a tree; its text is made when it is first asked for. */
export function programOf(id: string, tree: Module): GeneratedProgram {
  return new TreeProgram(id, tree)
}

/** A class, because V8 keeps a shape of its own for each object literal with a getter, and with it all that the getter sees. */
class TreeProgram implements GeneratedProgram {
  readonly id: string
  readonly tree: Module
  #source: string | undefined

  constructor(id: string, tree: Module) {
    this.id = id
    this.tree = tree
  }

  get source(): string {
    return this.#source ??= textOf(this.tree)
  }
}

const usual = mixture()

/** Draws a whole program, well-formed and sure to end, as a tree. */
export function generateTree(random: Random, options: ProgramOptions | Mixture = usual): Module {
  const mix = 'coroutine' in options ? options : mixture(options)
  // Measured: a construct is three and a half statements, and a program has eighteen without any.
  const mean = Math.max(1, (mix.size - 18) / 3.5)
  const size = random.nextInt(Math.ceil(mean / 3), Math.ceil(mean * 5 / 3))
  const functions = drawFunctions(random, Math.max(1, Math.min(6, random.nextInt(1, Math.ceil(size / 3)))), mix)
  const globals: Globals = { declared: new Map(), futures: new Set(), readers: new Set(), used: new Set(), spawned: new Set() }
  const definitions: Statement[][] = []
  let left = size
  // The last first: how much a function does is known before it is called.
  for (let rank = functions.length - 1; rank >= 1; rank--) {
    const self = functions[rank]
    if (self === undefined) continue
    const budget = Math.min(left, random.nextInt(1, Math.max(2, Math.ceil(left * 1.6 / rank))))
    left -= budget
    const w = new Writer(random, mix, globals, functions, self, budget)
    definitions.push(definition(w, bodyOf(w)))
  }
  const [main] = functions
  if (main !== undefined) {
    const w = new Writer(random, mix, globals, functions, main, Math.max(left, 3))
    const body = bodyOf(w)
    const first = prologue(w)
    definitions.push(definition(w, [...first, ...starts(w), ...body]))
  }
  if (main !== undefined && random.nextInt(0, 99) < (mix.focus === 'runners' ? 90 : 8)) {
    definitions.push(driver(new Writer(random, mix, globals, functions, { name: 'script', kind: 'callback', rank: 0, cost: 0 }, 0)))
  }
  return moduleOf([...declarations(globals), ...definitions.flat()])
}

function place({ nodeType }: Statement): number {
  return nodeType === 'Import' ? 0 : nodeType === 'ClassDef' ? 1 : 2
}

/** What the module makes: its imports, its classes, in the order in which they need each other, then the rest by name. */
function declarations({ declared }: Globals): Statement[] {
  return [...declared].toSorted(([a, made], [b, other]) => place(made) - place(other) || (place(made) < 2 ? 0 : a < b ? -1 : 1)).map(([, made]) => made)
}

/** `main`, then functions of all kinds by rank. */
function drawFunctions(random: Random, count: number, { focus }: Mixture): ProgramFunction[] {
  const functions: ProgramFunction[] = [{ name: 'main', kind: 'coroutine', rank: 0, cost: 0 }]
  for (let rank = 1; rank <= count; rank++) {
    const drawn = random.nextInt(0, 99)
    const generators = focus === 'generators' ? 40 : 12
    const callbacks = focus === 'callbacks' ? 45 : 22
    const kind: FunctionKind = rank > 1 && drawn < generators ? 'generator' : rank > 1 && drawn < generators + callbacks ? 'callback' : 'coroutine'
    functions.push({ name: `${{ coroutine: 'c', callback: 'k', generator: 'g' }[kind]}${rank}`, kind, rank, cost: 1 })
  }
  return functions
}

function bodyOf(w: Writer): Statement[] {
  const body = w.self.rank === 0 ? [...w.body(), ...epilogue(w)] : w.body()
  if (w.self.kind === 'generator') return [...body, ...statements`yield ${text(w.label())}`]
  if (w.self.kind === 'coroutine' && w.chance(60)) return [...body, ...statements`return ${text(w.label())}`]
  return body
}

function definition(w: Writer, body: Statement[]): Statement[] {
  const made = w.assigned.size === 0 ? body : [globalStatement([...w.assigned].toSorted()), ...body]
  return w.self.kind === 'callback' ? statements`
    def ${w.self.name}(*arguments):
        ${made}` : statements`
    async def ${w.self.name}():
        ${made}`
}

function globalStatement(names: string[]): Statement {
  return { nodeType: 'Global', names, lineno: 1, col_offset: 0 }
}

/** What `main` does first: makes the futures, and sees to it that most waiting comes to an end. */
function prologue(w: Writer): Statement[] {
  const made: Statement[] = []
  for (const name of w.globals.futures) made.push(...statements`${w.assign(name)} = asyncio.get_running_loop().create_future()`)
  for (const name of w.globals.readers) made.push(...statements`${w.assign(name)} = ${w.pick([() => expression`asyncio.StreamReader()`, () => expression`asyncio.StreamReader(limit=8)`, () => expression`asyncio.StreamReader(4)`])()}`)
  if (w.mixture.version === '3.14' && w.chance(w.mixture.focus === 'eager' ? 60 : 4)) made.push(...statements`asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)`)
  // From the start: which handler hears of what is collected later depends on when that is.
  if (w.chance(5)) made.push(...statements`asyncio.get_running_loop().set_exception_handler(lambda loop, context: log('handler', context['message'], context.get('exception')))`)
  for (const name of [...w.globals.declared.keys(), ...w.globals.futures]) {
    if (!w.chance(60)) continue
    const rescue = rescueOf(name)
    if (rescue !== undefined) made.push(...statements`asyncio.get_running_loop().call_later(${w.random.nextInt(3, 8)}, ${rescue})`)
  }
  return made
}

/** What `main` starts because nobody else does, so that no part of the program is idle. */
function starts(w: Writer): Statement[] {
  const made: Statement[] = []
  if (w.globals.declared.has('t0')) made.push(...statements`${w.assign('t0')} = asyncio.current_task()`)
  for (const { name, kind, rank } of w.functions) {
    const slot = `t${rank}`
    if (rank === 0) continue
    if (w.globals.declared.has(slot) && !w.globals.spawned.has(slot)) made.push(...statements`${w.assign(slot)} = asyncio.create_task(${name}())`)
    else if (w.globals.used.has(name)) continue
    else if (kind === 'coroutine') made.push(...w.chance(70) ? statements`asyncio.create_task(${name}())` : statements`await ${name}()`)
    else if (kind === 'callback') made.push(...statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name})`)
    else {
      w.declare('keep', () => statements`keep = []`)
      made.push(...statements`
        keep.append(${name}())
        async for y in keep[-1]:
            log(${text(w.label())}, y)`)
    }
  }
  return made
}

/** Often `main` waits before it ends, so that what it started gets its time. */
function epilogue(w: Writer): Statement[] {
  return w.chance(40) ? statements`await asyncio.sleep(${w.random.nextInt(2, 6)})` : []
}

function rescueOf(name: string) {
  switch (/^([efs])\d$/.exec(name)?.[1]) {
    case 'e': return expression`${name}.set`
    case 'f': return expression`${name}.cancel`
    case 's': return expression`${name}.release`
    default: return undefined
  }
}
