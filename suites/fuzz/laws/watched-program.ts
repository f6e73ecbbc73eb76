import { generateTree } from '../generate.ts'
import { mixture, type Mixture } from '../mixture.ts'
import { textOf } from '../python-text.ts'
import { isNode, moduleOf, parseTree, type Node } from '../python-tree.ts'
import { expression } from '../template.ts'
import type { LawDraw } from './law-draw.ts'

/** Looks at every task and future whenever anything is logged, and remarks on what has changed. */
const prelude = parseTree(`
watched = []
states = []

def state_of(task):
    if task.cancelled():
        return 'cancelled'
    try:
        return 'failed' if task.exception() else 'finished'
    except asyncio.InvalidStateError:
        return 'pending'

def look():
    for i in range(len(watched)):
        now = (watched[i].done(), state_of(watched[i]))
        if now != states[i]:
            states[i] = now
            log('@ state', i, now[0], now[1])

def ended(task):
    for i in range(len(watched)):
        if watched[i] is task:
            log('@ ended', i)
    look()

def watch(task):
    for known in watched:
        if known is task:
            return task
    watched.append(task)
    states.append(None)
    task.add_done_callback(ended)
    return task

def told(*values):
    look()
    log(*values)
`).body

/** Calls that give a task or future. */
const makers: ReadonlySet<string> = new Set(['create_task', 'ensure_future', 'current_task', 'create_future', 'gather'])

/** A generated program whose tasks and futures are watched: remarks `state I DONE pending|finished|failed|cancelled` and `ended I`. */
export function watchedProgram({ random, size }: LawDraw): string {
  const tree = generateTree(random, mixtureOf(size))
  return textOf(moduleOf([...prelude, ...tree.body.map(watching)]))
}

const mixtures = new Map<number, Mixture>()

/** Of what is the same on every version. */
function mixtureOf(size: number): Mixture {
  const made = mixtures.get(size) ?? mixture({ size, version: '3.12', focus: 'cancellation', without: ['to-thread'] })
  mixtures.set(size, made)
  return made
}

function watching<T>(value: T): T
function watching(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(element => watching(element))
  return isNode(value) ? watchingNode(value) : value
}

function watchingNode(node: Node): Node {
  if (node.nodeType === 'Name') return node.id === 'log' ? { ...node, id: 'told' } : node
  const made = { ...node }
  for (const [key, field] of Object.entries(node)) if (typeof field === 'object' && field !== null) Reflect.set(made, key, watching(field))
  return made.nodeType === 'Call' && made.func.nodeType === 'Attribute' && makers.has(made.func.attr) ? expression`watch(${made})` : made
}
