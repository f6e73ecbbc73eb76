import { defaultLimits, type Adapter } from '../../../adapters/adapter.ts'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { fuzz, type Finding } from '../differential.ts'
import type { ProgramOptions } from '../program-options.ts'
import { sizeOf } from '../shrink/size-of.ts'
import { shrink, type Shrunk } from '../shrink/shrink.ts'
import { wrongAdapter, type WrongImplementation } from './wrong-implementation.ts'

/** What a person reads in ten seconds. */
export const readableLines = 12

/** A mistake, found and shown. */
export interface FoundMistake {
  /** Number of the first program that shows it. */
  readonly index: number
  /** The shortest program that was made of one of the first findings. */
  readonly shrunk: Shrunk
  /** Its lines, blank ones left out. */
  readonly lines: number
}

export interface MistakeOptions {
  readonly seed: number
  /** How many programs may be tried. */
  readonly runs: number
  readonly programs?: ProgramOptions
  /** Findings after which no more programs are tried; 6 by default. */
  readonly enough?: number
}

/** Findings that are shrunk, the smallest program first, until one is readable. */
const greatest = 6
const limits = { ...defaultLimits, seconds: 2 }

/** Fuzzes a wrong implementation against the reference, which stands for the oracle; undefined when nothing was found. */
export async function findMistake(wrong: WrongImplementation, { seed, runs, programs = {}, enough = greatest }: MistakeOptions): Promise<FoundMistake | undefined> {
  const adapters: readonly [Adapter, Adapter] = [wrongAdapter(wrong), referenceAdapter()]
  const stop = new AbortController()
  let found = 0
  const { findings } = await fuzz({
    adapters, seed, runs, limits, programs, signal: stop.signal,
    onFinding: () => { if (++found >= enough) stop.abort() },
  })
  const index = findings[0]?.index
  if (index === undefined) return undefined
  let best: Shrunk | undefined
  for (const finding of findings.slice(0, greatest).toSorted((a, b) => sizeOf(a.program.tree) - sizeOf(b.program.tree))) {
    const shrunk = await shrink(finding, adapters, limits)
    if (best === undefined || linesOfProgram(shrunk) < linesOfProgram(best)) best = shrunk
    if (linesOfProgram(best) <= readableLines) break
  }
  return best && { index, shrunk: best, lines: linesOfProgram(best) }
}

function linesOfProgram({ program }: Finding): number {
  return program.source.split('\n').filter(line => line.trim() !== '').length
}
