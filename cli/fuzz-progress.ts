import type { Output } from './terminal.ts'

/** Shows how far a fuzzing run is, at most 10 times a second; nothing where no terminal is. */
export function fuzzProgress(output: Output, runs: number | undefined): { step(done: number, findings: number): void; say(what: string): void; end(): void } {
  if (output.isTTY !== true) return { step: () => {}, say: () => {}, end: () => {} }
  const start = performance.now()
  let shownAt = 0
  const line = (text: string): void => {
    output.write(`\r\u001B[K${text}`)
  }
  return {
    step(done, findings) {
      const now = performance.now()
      if (now - shownAt < 100) return
      shownAt = now
      const rate = Math.round((done * 1000) / (now - start))
      line(`  ${done}${runs === undefined ? '' : `/${runs}`} programs  ${rate}/s  ${findings === 0 ? 'no difference' : `${findings} differ`}  (Ctrl-C shows the results so far)`)
    },
    say: (what) => line(`  ${what}`),
    end: () => line(''),
  }
}
