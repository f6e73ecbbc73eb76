import { unparse, type Arguments, type ExceptHandler, type ExprNode, type Module, type StmtNode, type WithItem } from 'py-ast'

type Of<Type extends StmtNode['nodeType']> = Extract<StmtNode, { readonly nodeType: Type }>

const step = '    '
const options = { indent: step }
/** Expressions that bind less than a call's parentheses. */
const loose: ReadonlySet<string> = new Set(['Await', 'BinOp', 'BoolOp', 'Compare', 'IfExp', 'Lambda', 'NamedExpr', 'Starred', 'UnaryOp', 'Yield', 'YieldFrom'])
const escaped = /[\\\n\r\t']/

/**
 * The text of a tree, a newline at its end. What programs are mostly made of is written here, faster than by `unparse`,
 * which writes the rest: it drops the parentheses that an operand of `await` needs.
 */
export function textOf(tree: Module): string {
  return `${block(tree.body, '\n').trim()}\n`
}

/** Statements, each after `newline`, which ends with their indentation. */
function block(body: readonly StmtNode[], newline: string): string {
  let text = ''
  for (const node of body) text += node.inlineComment === undefined ? statement(node, newline) : `${statement(node, newline)}  ${node.inlineComment.value}`
  return text
}

function statement(node: StmtNode, newline: string): string {
  const inner = newline + step
  switch (node.nodeType) {
    case 'Expr': return node.value.nodeType === 'NamedExpr' ? rest(node, newline) : newline + expression(node.value)
    case 'Assign': return 'expressionComments' in node ? rest(node, newline) : `${newline}${node.targets.map(expression).join(' = ')} = ${expression(node.value)}`
    case 'Return': return node.value == null ? `${newline}return` : `${newline}return ${expression(node.value)}`
    case 'Raise': return node.exc == null || node.cause != null ? rest(node, newline) : `${newline}raise ${expression(node.exc)}`
    case 'Global': return `${newline}global ${node.names.join(', ')}`
    case 'Comment': return node.inline === true ? `  ${node.value}` : newline + node.value
    case 'AsyncFunctionDef':
    case 'FunctionDef': return decorators(node, newline) + newline + signature(node) + block(node.body, inner)
    case 'ClassDef': return decorators(node, newline) + rest({ ...node, decorator_list: [], body: [] }, newline) + block(node.body, inner)
    case 'If': return choice(node, 'if', newline)
    case 'While': return `${newline}while ${expression(node.test)}:${block(node.body, inner)}${part('else', node.orelse, newline)}`
    case 'For':
    case 'AsyncFor': return rest({ ...node, body: [], orelse: [] }, newline) + block(node.body, inner) + part('else', node.orelse, newline)
    case 'With': return `${newline}with ${node.items.map(item).join(', ')}:${block(node.body, inner)}`
    case 'AsyncWith': return `${newline}async with ${node.items.map(item).join(', ')}:${block(node.body, inner)}`
    case 'Try':
    case 'TryStar': return part('try', node.body, newline) + node.handlers.map(handler => except(handler, node.nodeType === 'Try' ? 'except' : 'except*', newline)).join('')
      + part('else', node.orelse, newline) + part('finally', node.finalbody, newline)
    case 'Match': return rest({ ...node, cases: [] }, newline) + node.cases.map(each => `${inner}${unparse({ ...each, body: [] }, options)}${block(each.body, inner + step)}`).join('')
    default: return rest(node, newline)
  }
}

/** A statement of one line. */
function rest(node: StmtNode, newline: string): string {
  return newline + unparse(node, options)
}

function part(keyword: string, body: readonly StmtNode[], newline: string): string {
  return body.length === 0 ? '' : `${newline}${keyword}:${block(body, newline + step)}`
}

function choice({ test, body, orelse }: Of<'If'>, keyword: string, newline: string): string {
  const [first, ...others] = orelse
  const otherwise = first?.nodeType === 'If' && others.length === 0 && first.inlineComment === undefined ? choice(first, 'elif', newline) : part('else', orelse, newline)
  return `${newline}${keyword} ${expression(test)}:${block(body, newline + step)}${otherwise}`
}

function except({ type, name, body }: ExceptHandler, keyword: string, newline: string): string {
  const caught = type == null ? keyword : `${keyword} ${expression(type)}${name == null ? '' : ` as ${name}`}`
  return `${newline}${caught}:${block(body, newline + step)}`
}

function item({ context_expr, optional_vars }: WithItem): string {
  return optional_vars == null ? expression(context_expr) : `${expression(context_expr)} as ${expression(optional_vars)}`
}

function decorators({ decorator_list }: { readonly decorator_list: readonly ExprNode[] }, newline: string): string {
  return decorator_list.map(each => `${newline}@${expression(each)}`).join('')
}

function signature(node: Of<'FunctionDef' | 'AsyncFunctionDef'>): string {
  if (node.returns != null || (node.type_params?.length ?? 0) > 0 || !areNames(node.args)) return unparse({ ...node, decorator_list: [], body: [] }, options)
  return `${node.nodeType === 'FunctionDef' ? '' : 'async '}def ${node.name}(${node.args.args.map(({ arg }) => arg).join(', ')}):`
}

function areNames({ posonlyargs, args, vararg, kwonlyargs, kwarg, defaults }: Arguments): boolean {
  return vararg == null && kwarg == null && posonlyargs.length === 0 && kwonlyargs.length === 0 && defaults.length === 0 && args.every(({ annotation }) => annotation == null)
}

function expression(node: ExprNode): string {
  switch (node.nodeType) {
    case 'Name': return node.id
    case 'Attribute': return node.value.nodeType === 'Constant' ? unparse(node, options) : `${operand(node.value)}.${node.attr}`
    case 'Constant': {
      const { value } = node
      if (typeof value === 'string') return node.quote_style !== '\'' || escaped.test(value) ? unparse(node, options) : `'${value}'`
      return Number.isSafeInteger(value) ? String(value) : unparse(node, options)
    }
    case 'Call': return `${operand(node.func)}(${given(node)})`
    case 'Await': return `await ${operand(node.value)}`
    case 'List': return `[${node.elts.map(expression).join(', ')}]`
    case 'Tuple': return `(${node.elts.map(expression).join(', ')}${node.elts.length === 1 ? ',' : ''})`
    case 'UnaryOp': return node.op.nodeType === 'Not' && !loose.has(node.operand.nodeType) ? `not ${expression(node.operand)}` : unparse(node, options)
    default: return unparse(node, options)
  }
}

function given({ args, keywords }: Extract<ExprNode, { readonly nodeType: 'Call' }>): string {
  const [first] = args
  if (keywords.length === 0 && args.length <= 1) return first === undefined ? '' : expression(first)
  return [...args.map(expression), ...keywords.map(({ arg, value }) => arg == null ? `**${expression(value)}` : `${arg}=${expression(value)}`)].join(', ')
}

function operand(node: ExprNode): string {
  return loose.has(node.nodeType) ? `(${expression(node)})` : expression(node)
}
