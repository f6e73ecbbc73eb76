import { columnsOf, type Output } from './terminal.ts'

/** A line on the terminal that says how far the work is; nothing where no terminal is. */
export interface Progress {
  /** One more of `what` is done. */
  step(what: string): void
  /** Takes the line away. */
  end(): void
}

/** Shows progress on `output`, at most 20 times a second; `total` is the number of steps of all. */
export function progress(output: Output, total: number): Progress {
  if (output.isTTY !== true) return { step: () => {}, end: () => {} }
  let done = 0
  let shownAt = 0
  return {
    step(what) {
      done += 1
      const now = performance.now()
      if (now - shownAt < 50) return
      shownAt = now
      const filled = Math.floor((done * 24) / Math.max(total, 1))
      const line = `  ${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${done}/${total} ${what}`
      output.write(`\r\u001B[K${line.slice(0, columnsOf(output) - 1)}`)
    },
    end() {
      if (shownAt > 0) output.write('\r\u001B[K')
    },
  }
}
