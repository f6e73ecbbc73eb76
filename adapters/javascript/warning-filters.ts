import { currentExceptions, isExceptionName } from './runtime/index.ts'

/** Which warnings the program of a run has asked not to hear of: CPython 3.14 warnings.py, simplefilter. */
export class WarningFilters {
  /** The newest first: the first that fits decides. */
  readonly #filters: { readonly ignores: boolean, readonly category: unknown }[] = []

  add(action: string, category: unknown): void {
    this.#filters.unshift({ ignores: action === 'ignore', category })
  }

  /** Whether a warning is heard of, by the name of its category. */
  shows(name: string): boolean {
    const warned = isExceptionName(name) ? currentExceptions()[name] : undefined
    const filter = this.#filters.find(({ category }) => category === undefined || category === warned || isSubclass(warned, category))
    return filter?.ignores !== true
  }
}

function isSubclass(name: unknown, parent: unknown): boolean {
  return typeof name === 'function' && typeof parent === 'function' && name.prototype instanceof parent
}
