const known = new Map<string, string>()
const knownBack = new Map<string, string>()

/**
 * The JavaScript name of a Python attribute: `add_done_callback` is `addDoneCallback`, `_get_loop` is `_getLoop`.
 *
 * Dunder names, constants (`FIRST_COMPLETED`) and an underscore before a digit stay as they are.
 */
export function camelCase(name: string): string {
  let camel = known.get(name)
  if (camel === undefined) {
    camel = /^__.*__$/.test(name) ? name : name.replaceAll(/(?<=[A-Za-z0-9])_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    known.set(name, camel)
  }
  return camel
}

/** The Python name of a JavaScript attribute, as far as it can be told: `addDoneCallback` is `add_done_callback`. */
export function snakeCase(name: string): string {
  let snake = knownBack.get(name)
  if (snake === undefined) {
    snake = name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, (_, letter: string) => `_${letter.toLowerCase()}`)
    knownBack.set(name, snake)
  }
  return snake
}
