import { Notes } from './notes.ts'
import type { Expression, Node, Of } from './parse.ts'
import { readStatements } from './read-statement.ts'
import { resolve, type Resolved } from './resolve.ts'
import type { Scope } from './scope.ts'

/** What is known about a program's names before a line of it is written. `variables` has none for builtins and undefined names. */
export interface Analysis extends Resolved {
  readonly module: Scope
  /** The scope of a function, lambda, class or comprehension. */
  readonly scopes: ReadonlyMap<Node, Scope>
  /** Everything assigned to an attribute of this name, on whatever object; undefined for values that cannot be told. */
  readonly attributes: ReadonlyMap<string, readonly (Expression | undefined)[]>
  /** Every name that the program binds or reads. */
  readonly words: ReadonlySet<string>
}

/** Reads the scopes and variables of a program. @throws CompileError for a misplaced `nonlocal` */
export function analyse(module: Of<'Module'>): Analysis {
  const notes = new Notes(module)
  readStatements(notes, module.body, notes.module.root)
  const { scopes, attributes, words } = notes
  return { module: notes.module, scopes, attributes, words, ...resolve(notes.appearances, scopes.values()) }
}
