import { logRepr, scrub, str, timeText } from './runtime/index.ts'

/** The program wrote more than it may; nothing in it can catch this. */
export class Flood extends Error {
  readonly uncatchable = true
}

/** Collects the lines of one trace. */
export class Recorder {
  readonly #limit: number
  readonly #lines: string[] = []
  readonly #reports: string[] = []
  #characters = 0
  #phase: 'running' | 'reporting' | 'closed' = 'running'
  /** The clock that times what the implementation reports. */
  now: () => number = () => 0
  /** Whether the program stands still for good: then nothing more is recorded. */
  halted: () => boolean = () => false
  /** When a line enters the trace: see `World.record`. */
  record: (action: () => void) => void = (action) => action()

  constructor(limit: number) {
    this.#limit = limit
  }

  get phase(): 'running' | 'reporting' | 'closed' {
    return this.#phase
  }

  /** From now on nothing is recorded but reports without time (`reporting`), or nothing at all (`closed`). */
  enter(phase: 'reporting' | 'closed'): void {
    this.#phase = phase
  }

  /** A line with its time; while reports are delivered it is one of them, and loses it. @throws Flood over the limit */
  emit(line: string): void {
    if (this.#phase === 'reporting') return this.report(line.slice(line.indexOf(' ') + 1))
    if (this.#phase !== 'running' || this.halted()) return
    this.#count(line)
    this.record(() => this.#lines.push(line))
  }

  /** `! text`, timed while the program runs. */
  report(text: string): void {
    const line = scrub(text).replaceAll('\n', String.raw`\n`)
    if (this.#phase === 'running') this.emit(`${timeText(this.now())} ! ${line}`)
    else if (this.#phase === 'reporting') {
      this.#count(line)
      this.#reports.push(`! ${line}`)
    }
  }

  /** A context of the loop's default exception handler: a `Map`, or an object. */
  reportContext(context: unknown): void {
    const exception = field(context, 'exception')
    const message = field(context, 'message')
    this.report(`${message === undefined || message === null ? 'Unhandled exception in event loop' : str(message)}${exception === undefined || exception === null ? '' : `: ${logRepr(exception)}`}`)
  }

  #count(line: string): void {
    this.#characters += line.length + 1
    if (this.#characters > this.#limit) {
      this.#phase = 'closed'
      throw new Flood(`the program wrote more than ${this.#limit} characters`)
    }
  }

  lines(): string[] {
    return [...this.#lines, ...this.#reports.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))]
  }
}

function field(context: unknown, name: string): unknown {
  if (context instanceof Map) return context.get(name)
  return typeof context === 'object' && context !== null ? Reflect.get(context, name) : undefined
}
