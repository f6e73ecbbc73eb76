import type { Run } from '../../adapters/adapter.ts'
import { traceText } from '../../spec/trace.ts'

/** Where the traces of two implementations part. */
export interface Difference {
  /** The first line that differs, from 0. */
  readonly line: number
  /** The lines there; undefined where a trace had ended. */
  readonly texts: readonly [string | undefined, string | undefined]
  /** The same for differences of one kind: the two lines without times, numbers and labels. */
  readonly kind: string
}

/** Where in a generated program a line is logged, or by which of its own objects. */
const label = /^(?:(?:main|script|[ckg]\d+)\.\d+|Patient|send|throw|close)\b/

const ownObject = /^(?:Patient|send|throw|close)$/

/** Signs that something suspended was thrown away when the program had ended; one is that the program still logs. */
const thrownAway = new RegExp(`^! (?:.*Task was destroyed but it is pending!|Exception ignored: |RuntimeWarning: coroutine method 'aclose' of |${label.source.slice(1)})`)

/** A generator that once ignored its closing fails when the loop closes all that are left: it is left as long as something refers to it. */
const closedBefore = /^\S+ (?:!|handler) an error occurred during closing of asynchronous generator .*StopAsyncIteration\(\)$/

/** How traces are compared. All true when absent. */
export interface CompareOptions {
  /** Times count; on real clocks they do not. */
  readonly times?: boolean
  /** What the exception handler of the harness reports counts; not where somebody lacks `gc-reports`. */
  readonly reports?: boolean
  /** The order of the lines of one instant counts. */
  readonly exact?: boolean
}

/** The first difference between two runs of one program, or nothing when they agree. */
export function differenceOf(a: Run, b: Run, { times = true, reports = true, exact = true }: CompareOptions = {}): Difference | undefined {
  if (a.kind === 'finished' && b.kind === 'finished' && times && a.trace.outcome === b.trace.outcome && sameLines(a.trace.lines, b.trace.lines)) return undefined
  const told = comparable(a, b)
  const lines = reports ? told : [told[0].filter(isUnreported), told[1].filter(isUnreported)] as const
  const [mine, other] = exact ? lines : [inAnyOrder(lines[0]), inAnyOrder(lines[1])]
  const longest = Math.max(mine.length, other.length)
  for (let line = 0; line < longest; line++) {
    const texts = [mine[line], other[line]] as const
    const same = texts[0] === texts[1] || (!times && texts[0] !== undefined && texts[1] !== undefined && untimed(texts[0]) === untimed(texts[1]))
    if (!same) return { line, texts, kind: kindOf(texts) }
  }
  return undefined
}

/** A run as lines: its trace with the outcome last, or its fault. */
export function linesOf(run: Run): readonly string[] {
  return run.kind === 'finished' ? traceText(run.trace).split('\n') : [`${run.fault}: ${run.message}`]
}

/** Whether a program's own handler or the default one hears of what is collected depends on when that is. */
const lateReport = /^! handler (.* was never retrieved) (.*)$/

/** An object's text of which `reprlib` has kept 13 characters and the last 14: these may be of a place in a source file, which elsewhere is taken out. */
const cutShort = /(<.{12}\.\.\.).{14}/g

function told(run: Run): readonly string[] {
  const lines = linesOf(run).map(line => (line.includes('...') ? line.replace(cutShort, '$1') : line).replace(lateReport, '! $1: $2'))
  return lines.some(line => closedBefore.test(line)) ? lines.filter(line => !closedBefore.test(line)) : lines
}

/**
 * What is compared of two runs. Where something suspended was thrown away its `finally` parts ran, or not, after the program's end,
 * with more or less of the program still there, or on one side at once: what they report is nobody's rule. Where one of them
 * failed at that, the other side may have gone on: all of that function and of the program's own objects is left out then.
 */
function comparable(...runs: readonly [Run, Run]): readonly [readonly string[], readonly string[]] {
  const [a, b] = [told(runs[0]), told(runs[1])]
  if (![...a, ...b].some(line => thrownAway.test(line))) return [a, b]
  const reported = new Set([...a, ...b].filter(isReport).map(line => labelOf(line.slice(2))))
  const failed = [...a, ...b].some(line => line.startsWith('! Exception ignored: '))
  const functions = new Set(failed ? [...reported].map(functionOf) : [])
  const withoutReports = (lines: readonly string[]): readonly string[] => lines.filter(line => {
    if (isReport(line)) return false
    const logged = labelOf(untimed(line))
    return !reported.has(logged) && !functions.has(functionOf(logged)) && !(failed && ownObject.test(logged))
  })
  return [withoutReports(a), withoutReports(b)]
}

/** The label by which a program says where a line is logged: how much of the program is still there may be seen in the rest. */
function labelOf(text: string): string {
  return label.exec(text)?.[0] ?? text
}

/** The function that a label names. */
function functionOf(logged: string): string {
  return logged.replace(/\.\d+$/, '')
}

/** Whether a line is the program's own, and no report, at the end or in its time. */
function isUnreported(line: string): boolean {
  return !/^(?:\S+ )?! /.test(line)
}

function isReport(line: string): boolean {
  return line.startsWith('! ')
}

/** The time of a line; reports come after all times, then the outcome. */
function instant(line: string): number {
  return line.startsWith('=> ') ? Infinity : isReport(line) ? Number.MAX_VALUE : Number.parseFloat(line)
}

/** The lines of one instant sorted. */
function inAnyOrder(lines: readonly string[]): readonly string[] {
  return lines.toSorted((a, b) => Math.sign(instant(a) - instant(b)) || (a < b ? -1 : a > b ? 1 : 0))
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}

function untimed(line: string): string {
  return line.replace(/^\d+(?:\.\d+)?(?:e[+-]?\d+)? /, '')
}

function kindOf(texts: readonly (string | undefined)[]): string {
  return texts.map(text => text === undefined ? '(ended)' : kindOfLine(text)).join(' ≠ ')
}

/** What kind of line it is: of a line that the program itself logs, only that it is one, and what follows its label. */
function kindOfLine(line: string): string {
  return untimed(line).split('\n')[0]?.replace(/\b(?:main|[ckg]\d+)\.\d+/g, 'L').replace(/\b([a-zA-Z])\d+\b/g, '$1').replace(/\d+(?:\.\d+)?/g, 'N').slice(0, 200) ?? ''
}
