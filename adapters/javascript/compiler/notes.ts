import type { Expression, Node, Of } from './parse.ts'
import { Scope, type Appearance, type Block, type Site } from './scope.ts'

/** What is noted while a program is read, in its order. */
export class Notes {
  readonly module: Scope
  readonly scopes = new Map<Node, Scope>()
  readonly appearances: Appearance[] = []
  readonly attributes = new Map<string, (Expression | undefined)[]>()
  readonly words = new Set<string>()

  constructor(module: Of<'Module'>) {
    this.module = this.open('module', module, undefined)
  }

  /** A new scope. */
  open(kind: Scope['kind'], node: Node, place: Block | undefined): Scope {
    const scope = new Scope(kind, node, place)
    this.scopes.set(node, scope)
    return scope
  }

  /** A name is read, or deleted. */
  load(node: Of<'Name'>, block: Block, call?: Of<'Call'>): void {
    this.words.add(node.id)
    this.appearances.push({ name: node.id, node, block, stores: node.ctx.nodeType === 'Del', call, statement: undefined, place: block, captured: false })
  }

  /** A name is given a value. */
  store(name: string, site: Site, block: Block, statement: Node | undefined, node?: Node): void {
    this.words.add(name)
    block.scope.bind(name).sites.push(site)
    this.appearances.push({ name, node, block, stores: true, call: undefined, statement, place: block, captured: false })
  }

  /** An attribute is given a value. */
  attribute(name: string, value: Expression | undefined): void {
    const known = this.attributes.get(name)
    if (known === undefined) this.attributes.set(name, [value])
    else known.push(value)
  }
}

/** A block in a block of the same scope. */
export function inner(block: Block, loop = false): Block {
  return { parent: block, loop: loop || block.loop, scope: block.scope, depth: block.depth + 1 }
}
