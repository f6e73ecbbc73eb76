import type { Expression, FunctionNode, Of } from './parse.ts'
import type { Compilation } from './compilation.ts'
import type { Binding, Site } from './scope.ts'
import { asyncioClasses, awaitableMethods, methodResults, results } from './signatures.ts'
import { binary, constantType, inProgress, join, type Type } from './type.ts'
import { builtinFunctions } from './builtins.ts'

/** Types of one program, each found once. */
export class Inference {
  readonly #c: Compilation
  readonly #expressions = new Map<Expression, Type>()
  readonly #bindings = new Map<Binding, Type>()
  readonly #returns = new Map<FunctionNode, Type>()
  readonly #attributes = new Map<string, Type>()

  constructor(c: Compilation) {
    this.#c = c
  }

  of(node: Expression): Type {
    const known = this.#expressions.get(node)
    if (known !== undefined) return known
    this.#expressions.set(node, inProgress)
    const type = this.#infer(node)
    if (type === inProgress) this.#expressions.delete(node)
    else this.#expressions.set(node, type)
    return type
  }

  #infer(node: Expression): Type {
    switch (node.nodeType) {
      case 'Constant': return constantType(node)
      case 'JoinedStr': return 'str'
      case 'List': case 'ListComp': return 'list'
      case 'Dict': case 'DictComp': return 'dict'
      case 'Set': case 'SetComp': return 'set'
      case 'Tuple': return 'tuple'
      case 'Compare': return 'bool'
      case 'Lambda': return 'function'
      case 'GeneratorExp': return 'generator'
      case 'UnaryOp': return node.op.nodeType === 'Not' ? 'bool' : this.of(node.operand) === 'number' ? 'number' : 'unknown'
      case 'BinOp': return binary(this.of(node.left), node.op.nodeType, this.of(node.right))
      case 'BoolOp': return join(node.values.map((value) => this.of(value)))
      case 'IfExp': return join([this.of(node.body), this.of(node.orelse)])
      case 'NamedExpr': return this.of(node.value)
      case 'Name': return this.#name(node)
      case 'Attribute': return this.#attribute(node)
      case 'Call': return this.#call(node)
      case 'Await': return this.#awaited(node.value)
      case 'Subscript': return node.slice.nodeType === 'Slice' && ['list', 'str'].includes(this.of(node.value)) ? this.of(node.value) : 'unknown'
      default: return 'unknown'
    }
  }

  /** What a function of asyncio's gives; some give back a future of a class of the program's own as it is. */
  #result(name: string): Type {
    if (this.#c.attributeNames.has('_asyncio_future_blocking') && ['ensure_future', 'wrap_future', 'shield'].includes(name)) return 'unknown'
    return results[name] ?? 'unknown'
  }

  #name(node: Of<'Name'>): Type {
    const binding = this.#c.analysis.variables.get(node)
    if (binding === undefined) return 'unknown'
    return this.variable(binding)
  }

  /** The type of a variable: the one that all its values have. */
  variable(binding: Binding): Type {
    const known = this.#bindings.get(binding)
    if (known !== undefined) return known
    this.#bindings.set(binding, inProgress)
    const type = join(binding.sites.map((site) => this.#site(site, binding)))
    if (type === inProgress) this.#bindings.delete(binding)
    else this.#bindings.set(binding, type)
    return type
  }

  #site(site: Site, binding: Binding): Type {
    switch (site.kind) {
      case 'assign': case 'walrus': return this.of(site.value)
      case 'augmented': return binary(this.variable(binding), site.node.op.nodeType, this.of(site.node.value))
      case 'for': return this.#element(site.value)
      case 'function': case 'class': return 'function'
      case 'except': return 'exception'
      case 'parameter': return this.#parameter(site, binding)
      case 'with': case 'async with': return this.#entered(site.value)
      case 'declared': return inProgress
      case 'import': case 'unpack': case 'match': case 'async for': return 'unknown'
    }
  }

  #entered(manager: Expression): Type {
    const type = this.of(manager)
    if (type === 'asyncio:TaskGroup' || type === 'asyncio:Timeout' || type === 'asyncio:Runner') return type
    return 'unknown'
  }

  #element(iterable: Expression): Type {
    if (this.of(iterable) === 'range') return 'number'
    if (this.of(iterable) === 'str') return 'str'
    if ((iterable.nodeType === 'List' || iterable.nodeType === 'Tuple') && iterable.elts.length > 0) return join(iterable.elts.map((element) => (element.nodeType === 'Starred' ? 'unknown' : this.of(element))))
    return 'unknown'
  }

  /** A parameter has the type of all arguments, when every call of the function is known and the function is nowhere a value. */
  #parameter(site: Extract<Site, { kind: 'parameter' }>, binding: Binding): Type {
    const owner = binding.scope.node
    if ((owner.nodeType !== 'FunctionDef' && owner.nodeType !== 'AsyncFunctionDef') || owner.decorator_list.length > 0) return 'unknown'
    if (owner.args.vararg?.arg === binding.name) return 'tuple'
    if (owner.args.kwarg?.arg === binding.name) return 'dict'
    const place = binding.scope.parent
    if (place?.kind === 'class' && site.index === 0) return `instance:${this.#c.classOfNode.get(place.node)?.name ?? ''}`
    const named = place === undefined || place.kind === 'class' ? undefined : place.bindings.get(owner.name)
    if (named === undefined || named.sites.length !== 1 || named.loads.length === 0) return 'unknown'
    const types: Type[] = []
    const positional = [...owner.args.posonlyargs, ...owner.args.args]
    for (const { call } of named.loads) {
      if (call === undefined || call.args.some((arg) => arg.nodeType === 'Starred') || call.keywords.some((keyword) => !keyword.arg)) return 'unknown'
      const given = (site.index >= 0 ? call.args[site.index] : undefined) ?? call.keywords.find((keyword) => keyword.arg === binding.name)?.value
      const fallback = site.index >= 0 ? owner.args.defaults[site.index - positional.length + owner.args.defaults.length] : owner.args.kw_defaults[owner.args.kwonlyargs.findIndex((arg) => arg.arg === binding.name)]
      const value = given ?? fallback
      types.push(value === undefined || value === null ? 'unknown' : this.of(value))
    }
    return join(types)
  }

  #attribute(node: Of<'Attribute'>): Type {
    if (node.attr === '__name__' || node.attr === '__qualname__') return 'str'
    const receiver = this.of(node.value)
    if (!receiver.startsWith('instance:')) return 'unknown'
    const info = this.#c.classes.get(receiver.slice('instance:'.length))
    if (info === undefined || info.methods.has(node.attr) || info.attributes.has(node.attr) || info.bases.length > 0 || info.methods.has('__getattr__')) return 'unknown'
    return this.attribute(node.attr)
  }

  /** The type that everything assigned to attributes of this name has, on instances of the program's own classes. */
  attribute(name: string): Type {
    const known = this.#attributes.get(name)
    if (known !== undefined) return known
    this.#attributes.set(name, inProgress)
    const type = join((this.#c.analysis.attributes.get(name) ?? [undefined]).map((value) => (value === undefined ? 'unknown' : this.of(value))))
    if (type === inProgress) this.#attributes.delete(name)
    else this.#attributes.set(name, type)
    return type
  }

  #call(node: Of<'Call'>): Type {
    const meaning = this.#c.meaning(node.func)
    switch (meaning?.kind) {
      case 'builtin': {
        if (meaning.name === 'sum' || meaning.name === 'round' || meaning.name === 'abs' || meaning.name === 'max' || meaning.name === 'min') return 'unknown'
        return builtinFunctions[meaning.name] || 'unknown'
      }
      case 'exception': return 'exception'
      case 'class': return this.#c.classes.has(meaning.info.name) ? `instance:${meaning.info.name}` : 'unknown'
      case 'asyncio': return asyncioClasses.has(meaning.name) ? `asyncio:${meaning.name}` : this.#result(meaning.name)
      case 'function': {
        if (meaning.node.nodeType === 'AsyncFunctionDef') return this.#c.isGenerator(meaning.node) ? 'unknown' : 'awaitable'
        return this.#c.isGenerator(meaning.node) ? 'generator' : this.returned(meaning.node)
      }
      case 'member': return meaning.module === 'time' && meaning.name !== 'sleep' ? 'number' : 'unknown'
      default: return node.func.nodeType === 'Attribute' ? this.#method(node.func) : 'unknown'
    }
  }

  #method(func: Of<'Attribute'>): Type {
    const receiver = this.of(func.value)
    if (receiver === 'str' && ['join', 'upper', 'lower', 'strip', 'format', 'replace', 'lstrip', 'rstrip', 'title', 'capitalize'].includes(func.attr)) return 'str'
    if (receiver === 'str' && ['startswith', 'endswith', 'isdigit', 'isalpha'].includes(func.attr)) return 'bool'
    if (receiver === 'str' && ['split', 'splitlines'].includes(func.attr)) return 'list'
    if (receiver.startsWith('asyncio:')) {
      if (awaitableMethods[receiver.slice(8)]?.includes(func.attr)) return 'awaitable'
      if (this.#c.methods.has(func.attr)) return 'unknown'
      return methodResults[func.attr] ?? 'unknown'
    }
    const info = receiver.startsWith('instance:') ? this.#c.classes.get(receiver.slice('instance:'.length)) : undefined
    const method = info?.methods.get(func.attr)
    if (method?.nodeType === 'AsyncFunctionDef' && method.decorator_list.length === 0 && !this.#c.isGenerator(method)) return 'awaitable'
    if (receiver === 'unknown' && (func.attr === 'done' || func.attr === 'cancelled') && !this.#c.methods.has(func.attr)) return 'bool'
    return 'unknown'
  }

  #awaited(node: Expression): Type {
    if (node.nodeType !== 'Call') return 'unknown'
    const meaning = this.#c.meaning(node.func)
    if (meaning?.kind === 'asyncio' && meaning.name === 'gather') return 'list'
    if (meaning?.kind === 'asyncio' && meaning.name === 'wait') return 'tuple'
    if (meaning?.kind === 'function' && meaning.node.nodeType === 'AsyncFunctionDef' && !this.#c.isGenerator(meaning.node)) return this.returned(meaning.node)
    return 'unknown'
  }

  /** What a function returns, `await` of it included. */
  returned(node: FunctionNode): Type {
    const known = this.#returns.get(node)
    if (known !== undefined) return known
    this.#returns.set(node, inProgress)
    const types = (this.#c.facts.functions.get(node)?.returns ?? []).map(({ value }) => (value ? this.of(value) : 'none'))
    const last = node.body.at(-1)
    if (last?.nodeType !== 'Return' && last?.nodeType !== 'Raise') types.push('none')
    const type = join(types)
    if (type === inProgress) this.#returns.delete(node)
    else this.#returns.set(node, type)
    return type
  }
}
