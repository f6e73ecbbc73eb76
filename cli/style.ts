/** Colours of the command's output; the plain style leaves texts as they are. */
export interface Style {
  readonly good: Paint
  readonly bad: Paint
  readonly odd: Paint
  readonly faint: Paint
  readonly strong: Paint
}

type Paint = (text: string) => string

/** The style for an output that shows colours, or does not. */
export function style(colourful: boolean): Style {
  const paint = (open: number, close: number): Paint => (text) => (colourful && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text)
  return { good: paint(32, 39), bad: paint(31, 39), odd: paint(33, 39), faint: paint(2, 22), strong: paint(1, 22) }
}
