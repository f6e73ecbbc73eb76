/** How a piece of a drawing is coloured. */
export type Paint = 'expected' | 'actual' | 'faint' | 'strong'

const codes: Readonly<Record<Paint, number>> = { expected: 32, actual: 31, faint: 2, strong: 1 }

/** `text` in ANSI colours, or as it is. */
export function paint(text: string, as: Paint | undefined, colours: boolean): string {
  return colours && as !== undefined && text.trim() !== '' ? `\u001B[${codes[as]}m${text}\u001B[0m` : text
}

/** `text` in exactly `width` columns, or as long as it is with `pad: false`; what is cut off is a `…`. */
export function fit(text: string, width: number, pad = true): string {
  const characters = [...text]
  if (characters.length > width) return characters.slice(0, Math.max(0, width - 1)).join('') + '…'
  return pad ? text + ' '.repeat(width - characters.length) : text
}
