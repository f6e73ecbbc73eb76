/** Marks of what is filled in; strings in the program's text never have control characters. */
const [lineMark, inlineMark, namingMark] = ['\u0001', '\u0002', '\u0003']

/** Pieces of a program's text that are only known once the whole of it is written. */
export class Later {
  readonly #open: (() => string | undefined)[] = []
  readonly #namings: string[] = []

  /** A line of its own; undefined leaves it out. */
  line(text: () => string | undefined): string {
    return `${lineMark}${this.#open.push(text) - 1}${lineMark}`
  }

  /** A piece of a line. */
  inline(text: () => string): string {
    return `${inlineMark}${this.#open.push(text) - 1}${inlineMark}`
  }

  /**
   * A piece that only gives a function its qualified name, for `repr` and messages, or has it compiled at once: it is in the
   * program that runs and left out of the one that is shown.
   */
  naming(text: string): string {
    return `${namingMark}${this.#namings.push(text) - 1}${namingMark}`
  }

  get hasNamings(): boolean {
    return this.#namings.length > 0
  }

  /** The text with the names of functions, to run, or without, to show. */
  withNamings(text: string, wanted: boolean): string {
    return this.hasNamings ? filled(text, namingMark, (index) => (wanted ? this.#namings[index] : '')) : text
  }

  /** The lines as a text, with all that was left open filled in, but for the names of functions. */
  settle(lines: readonly string[]): string {
    const settled: string[] = []
    let leftOut = false
    for (const line of lines) {
      const at = line.indexOf(lineMark)
      if (at === -1) {
        // All that a class would have told the runtime was left out.
        if (leftOut && line.trimStart() === '}' && settled.at(-1)?.trimStart() === 'static {') settled.pop()
        else settled.push(line.includes(inlineMark) ? filled(line, inlineMark, (index) => this.#open[index]?.()) : line)
        leftOut = false
      } else {
        const text = this.#open[Number(line.slice(at + 1, -1))]?.()
        leftOut = text === undefined
        if (text !== undefined) settled.push(`${line.slice(0, at)}${text}`)
      }
    }
    return `${settled.join('\n')}\n`
  }
}

/** The text with what stands for each number between marks. */
function filled(text: string, mark: string, piece: (index: number) => string | undefined): string {
  return text.split(mark).map((part, i) => (i % 2 === 0 ? part : (piece(Number(part)) ?? ''))).join('')
}

/** Whether it is a line that is not known yet. */
export function isLater(line: string): boolean {
  return line.startsWith(lineMark)
}
