import { TypeError, ValueError } from './exceptions/errors.ts'
import { typeName } from './type-name.ts'

/** The words of a program's call, and the options that may stand behind them. */
export function processArguments<O extends object>(args: readonly (string | Uint8Array | O)[]): readonly [words: readonly (string | Uint8Array | O)[], options: O | null] {
  const last = args.at(-1)
  return isOptions(last) ? [args.slice(0, -1), last] : [args, null]
}

/** One word of what a process is called with. Throws `TypeError` for what is no text, `ValueError` for text that the system cannot take. */
export function processWord(word: unknown): string {
  const text = word instanceof Uint8Array ? Buffer.from(word).toString() : word
  if (typeof text !== 'string') throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(word)}`)
  if (text.includes('\0')) throw new ValueError('embedded null byte')
  return text
}

function isOptions<O extends object>(value: string | Uint8Array | O | undefined): value is O {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
