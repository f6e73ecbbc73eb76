import { logRepr, str } from './repr.ts'
import { numberRepr } from './number-repr.ts'
import { options } from './options.ts'
import { scrub } from './scrub.ts'
import { typeName } from './type-name.ts'

/** The world a program's output goes to: `now` is the program's clock in seconds, `emit` takes one line of the trace. */
export interface OutputWorld {
  now(): number
  emit(line: string): void
}

export interface Output {
  /** Python programs' `log(*values)`. */
  log(...values: unknown[]): void
  /** `print(*values, sep, end)`: whole lines go out at once, the rest with the line's end. */
  print(...values: unknown[]): void
  /** Emits what `print(…, end='')` left unfinished; to be called when the program has ended. */
  flush(): void
}

/** A virtual time as a trace shows it: nine decimals at most, integers without point. */
export function timeText(seconds: number): string {
  return numberRepr(Math.round(seconds * 1e9) / 1e9)
}

/** `log` and `print` of one run. */
export function makeOutput(world: OutputWorld): Output {
  let unfinished = ''
  const line = (text: string): void => world.emit(`${timeText(world.now())} ${text}`)
  return {
    log(...values) {
      line(values.map(logText).join(' '))
    },
    print(...args) {
      const [values, { sep, end, file }] = options(args)
      if (file !== undefined && file !== null && typeName(file) !== 'stdout') return
      const text = values.map(printText).join(sep === undefined || sep === null ? ' ' : str(sep))
      const lines = (unfinished + text + (end === undefined || end === null ? '\n' : str(end))).split('\n')
      unfinished = lines.pop() ?? ''
      for (const text of lines) line(text)
    },
    flush() {
      if (unfinished !== '') line(unfinished)
      unfinished = ''
    },
  }
}

function printText(value: unknown): string {
  const isContainer = Array.isArray(value) || value instanceof Map || value instanceof Set
  return scrub(isContainer ? logRepr(value) : str(value))
}

function logText(value: unknown): string {
  const text = scrub(typeof value === 'string' ? value : logRepr(value))
  return text.includes('\n') ? text.replaceAll('\n', String.raw`\n`) : text
}
