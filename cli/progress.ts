import { columnsOf, type Output } from './terminal.ts'

/** A line on the terminal that says how far the work is; nothing where no terminal is. */
export interface Progress {
  /** Says what is being done. */
  say(what: string): void
  /** One more of the work is done, by `who`. */
  step(who: string): void
  /** Takes the line away. */
  end(): void
}

/** Shows progress on `output`, steps at most 20 times a second; `total` is the number of steps of all. */
export function progress(output: Output, total: number): Progress {
  if (output.isTTY !== true) return { say: () => {}, step: () => {}, end: () => {} }
  const line = (text: string): void => {
    output.write(`\r\u001B[K${text.slice(0, columnsOf(output) - 1)}`)
  }
  let done = 0
  let shownAt = 0
  return {
    say: (what) => line(`  ${what}`),
    step(who) {
      done += 1
      const now = performance.now()
      if (now - shownAt < 50) return
      shownAt = now
      const filled = Math.floor((done * 24) / Math.max(total, 1))
      line(`  ${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${done}/${total} ${who}`)
    },
    end: () => line(''),
  }
}
