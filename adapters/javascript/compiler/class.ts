import { at, block, quote } from './code.ts'
import { parametersOf } from './arguments.ts'
import { body } from './body.ts'
import { constructorLines } from './constructor.ts'
import { decorated, decoratorRole } from './decorator.ts'
import { description, signatureText } from './description.ts'
import { keyword, kindOf, wrapper } from './function-kind.ts'
import { parameters } from './parameters.ts'
import { asyncioMethods } from './signatures.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import { nestedName, type Frame } from './frame.ts'
import { refuse, type FunctionNode, type Of, type Statement } from './parse.ts'
import type { Scope } from './scope.ts'
import { asyncioBase } from './lineage.ts'
import { isLater } from './later.ts'
import { memberAccess } from './attribute.ts'
import { variableName } from './names.ts'

/** A `class` statement. */
export function classStatement(c: Compilation, node: Of<'ClassDef'>): string[] {
  const info = c.classOfNode.get(node)
  if (info === undefined) throw new Error(`class ${node.name} was not surveyed`)
  if (node.keywords.length > 0) refuse(node, 'class keywords are outside the subset', 'leave out the metaclass')
  if (node.bases.length > 1) refuse(node, 'several base classes are outside the subset', 'inherit from one class')
  const [base] = node.bases
  if (base?.nodeType === 'Attribute' && base.value.nodeType === 'Attribute' && base.value.attr === 'abc') refuse(base, 'abstract base classes are outside the subset', 'leave it out')
  const qualname = nestedName(c, node.name)
  const written = new ClassText(c, info, qualname)
  for (const statement of node.body) written.statement(statement)
  const isObject = base === undefined || (base.nodeType === 'Name' && base.id === 'object')
  const name = variableName(node.name)
  const lines = block(`class ${name}${isObject ? '' : ` extends ${c.expression(base).text}`}`, written.lines(node.name))
  const binding = c.frame.scope.lookup(node.name)
  const declared = binding?.declaration.statement === node
  if (declared && binding.declaration.keyword === 'const' && node.decorator_list.length === 0) return [...written.before, ...lines]
  let value = lines.join('\n')
  for (const decorator of node.decorator_list.toReversed()) value = decorated(c, decorator, value)
  return [...written.before, ...`${declared ? `${binding.declaration.keyword} ` : ''}${name} = ${value}`.split('\n')]
}

/** The members of one class, as they are written. */
class ClassText {
  readonly before: string[] = []
  readonly #c: Compilation
  readonly #info: ClassInfo
  readonly #qualname: string
  readonly #members: string[] = []
  readonly #shared: string[] = []
  readonly #blocks: string[] = []
  readonly #wrapped = new Map<string, string[]>()
  readonly #plain: string[] = []

  constructor(c: Compilation, info: ClassInfo, qualname: string) {
    this.#c = c
    this.#info = info
    this.#qualname = qualname
  }

  lines(name: string): string[] {
    const c = this.#c
    const statics: string[] = []
    for (const [wrap, names] of this.#wrapped) statics.push(`${c.use('asyncMethods')}(${wrap}, this, ${names.map((each) => quote(each)).join(', ')})`)
    if (this.#shared.length > 0) statics.push(`${c.use('shared')}(this, ${this.#shared.map((each) => quote(each)).join(', ')})`)
    statics.push(...this.#blocks)
    const named = this.#qualname === name && !this.#info.attributes.has('name') ? [] : [`static __qualname__ = ${quote(this.#qualname)}`]
    const framed = c.graphs && this.#plain.length > 0 ? c.later.naming(`; static { ${c.namer('framedMethods')}(this, ${[this.#qualname, ...this.#plain].map((each) => quote(each)).join(', ')}) }`) : ''
    // Whoever asks the class for its name, as messages do, hears Python's.
    const renamed = variableName(name) === name || this.#info.attributes.has('name') ? [] : [`static name = ${quote(name)}`]
    const members = [...renamed, ...named, ...this.#members].map((line, i, all) => (i === all.length - 1 ? `${line}${framed}` : line))
    // A field before `*method` would be read as a multiplication.
    const parted = members.map((line, i) => (members[i + 1]?.startsWith('*') === true && line !== '}' ? `${line};` : line))
    return [...parted, ...(statics.length === 0 ? [] : statics.length === 1 && statics[0] !== undefined && !isLater(statics[0]) ? [`static { ${statics[0]} }`] : block('static', statics))]
  }

  statement(node: Statement): void {
    const c = this.#c
    switch (node.nodeType) {
      case 'Pass': return
      case 'Expr':
        if (node.value.nodeType !== 'Constant') refuse(node, 'statements in a class body are outside the subset', 'write them behind the class')
        return
      case 'FunctionDef': case 'AsyncFunctionDef': return this.#method(node)
      case 'Assign': {
        for (const target of node.targets) {
          if (target.nodeType !== 'Name') refuse(node, 'this assignment in a class body is outside the subset', 'assign to a name')
          this.#attribute(target.id, node.value)
        }
        return
      }
      case 'AnnAssign':
        if (node.value !== undefined && node.value !== null && node.target.nodeType === 'Name') this.#attribute(node.target.id, node.value)
        return
      case 'ClassDef': {
        const lines = this.#inClass(() => classStatement(c, node)).join('\n')
        this.#members.push(...`static ${variableName(node.name)} = ${lines}`.split('\n'))
        this.#shared.push(camelCase(node.name))
        return
      }
      default: refuse(node, 'this statement in a class body is outside the subset', 'write it behind the class')
    }
  }

  #inClass<T>(action: () => T): T {
    const c = this.#c
    const scope = c.scopeOf(this.#info.node)
    c.frames.push({ kind: 'function', scope, qualname: this.#qualname, ofClass: undefined, self: undefined, constructs: false, caught: undefined, breaks: [] })
    const result = action()
    c.frames.pop()
    return result
  }

  #attribute(name: string, value: Parameters<Compilation['expression']>[0]): void {
    if (name === '__slots__' || name === '__match_args__') return
    const key = camelCase(name)
    const method = value.nodeType === 'Name' ? this.#info.methods.get(value.id) : undefined
    if (method !== undefined) {
      this.#blocks.push(`this.prototype${memberAccess(key)} = this.prototype${memberAccess(camelCase(method.name))}`)
      return
    }
    this.#members.push(...`static ${key} = ${at(this.#inClass(() => this.#c.expression(value)), 1)}`.split('\n'))
    this.#shared.push(key)
  }

  #method(node: FunctionNode): void {
    const c = this.#c
    const roles = node.decorator_list.map(decoratorRole)
    const other = node.decorator_list.filter((_, i) => roles[i] === '')
    const role = roles.find((each) => each !== '') ?? ''
    const isStatic = role === 'static' || role === 'class'
    if (node.name === '__new__' || node.name === '__init_subclass__') refuse(node, `${node.name} is outside the subset`, 'write __init__')
    if (node.name === '__init__') return this.#init(node)
    const kind = kindOf(this.#c, node)
    const name = camelCase(node.name)
    const skip = role === 'static' ? 0 : 1
    const { params, lines } = this.#body(node, skip, false)
    const star = kind !== 'function' && c.style === 'generator' ? '*' : keyword(c, kind).replace('function', '').trim().replace(/^async$/, 'async ').replace(/^async\*$|^async \*$/, 'async *')
    const prefix = isStatic ? 'static ' : role === 'get' || role === 'set' ? `${role} ` : ''
    this.#members.push(...block(`${prefix}${star}${name}(${params.join(', ')})`, lines))
    const wrap = wrapper(c, kind)
    if (wrap === '') this.#plain.push(node.name)
    else {
      const key = isStatic ? `static:${wrap}` : wrap
      if (isStatic) this.#blocks.push(`this${memberAccess(name)} = ${wrap}(this${memberAccess(name)}, ${quote(`${this.#qualname}.${node.name}`)})`)
      else this.#wrapped.set(key, [...(this.#wrapped.get(key) ?? []), name])
    }
    if (isStatic) this.#shared.push(name)
    for (const decorator of other.toReversed()) this.#blocks.push(`${c.use('decorateMethod')}(this, ${quote(name)}, (method) => ${decorated(c, decorator, 'method')})`)
    if (role !== 'get' && role !== 'set') this.#blocks.push(...description(c, node, `this${isStatic ? '' : '.prototype'}${memberAccess(name)}`, skip))
    if (role === '' && this.#differs(node)) this.#blocks.push(`${c.use('strictMethod')}(this, ${quote(name)}, ${signatureText(node, 1)})`)
  }

  /** Whether it overrides a method of asyncio and does not take what that takes, which asyncio may find out. */
  #differs(node: FunctionNode): boolean {
    const overridden = asyncioMethods.get(node.name)
    if (overridden === undefined || asyncioBase(this.#c, this.#info) === undefined) return false
    const { positional, required, requiredOptions, rest, options, anyOption } = parametersOf(node, 1)
    if (required > overridden.positional.length || requiredOptions.length > 0) return true
    return (!rest && positional.length < overridden.positional.length) || (!anyOption && overridden.options.some((name) => !options.includes(name) && !positional.includes(name)))
  }

  #body(node: FunctionNode, skip: number, constructs: boolean): { params: readonly string[]; lines: string[] } {
    const c = this.#c
    const scope = c.scopeOf(node)
    const first = [...node.args.posonlyargs, ...node.args.args][0]
    const selfName = skip === 1 ? first?.arg : undefined
    if (skip === 1 && first === undefined && !node.args.vararg) refuse(node, 'a method without a parameter for its object', 'write self, or @staticmethod')
    const alias = selfName !== undefined && needsAlias(scope, selfName)
    const head = parameters(c, node, scope, skip)
    this.before.push(...head.before)
    const self = selfName === undefined ? undefined : { name: selfName, text: alias ? variableName(selfName) : 'this' }
    const frame: Frame = { kind: kindOf(this.#c, node), scope, qualname: `${this.#qualname}.${node.name}`, ofClass: this.#info, self, constructs, caught: undefined, breaks: [] }
    const aliasLine = alias ? [`${(scope.bindings.get(selfName)?.sites.length ?? 0) > 1 ? 'let' : 'const'} ${variableName(selfName)} = this`] : []
    if (!constructs) return { params: head.parameters, lines: body(c, frame, node.body, [...head.first, ...aliasLine]) }
    return { params: head.parameters, lines: constructorLines(c, this.#info, node, frame, head.first, aliasLine) }
  }

  #init(node: FunctionNode): void {
    const { params, lines } = this.#body(node, 1, true)
    this.#members.push(...block(`constructor(${params.join(', ')})`, lines))
    this.#blocks.push(...description(this.#c, node, 'this', 1).map((line) => line))
    if (this.#c.described.has(this.#info.node)) this.#c.described.add(node)
    this.#blocks.push(this.#c.later.line(() => (this.#c.described.has(this.#info.node) && !this.#c.described.has(node) && !this.#c.describesAll ? `${this.#c.use('signature')}(this, ${quote('')})` : undefined)))
  }
}

/** Whether the method's first parameter is used where JavaScript's `this` is another one. */
function needsAlias(scope: Scope, name: string): boolean {
  const binding = scope.bindings.get(name)
  if (binding === undefined) return false
  if (binding.sites.length > 1) return true
  return binding.loads.some(({ block }) => {
    for (let each: Scope | undefined = block.scope; each !== undefined && each !== scope; each = each.parent) {
      if (each.kind === 'class' || each.node.nodeType === 'FunctionDef' || each.node.nodeType === 'AsyncFunctionDef') return true
    }
    return false
  })
}
