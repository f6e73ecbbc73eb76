import type { Readable, Writable } from 'node:stream'

/** Where a command reads and writes; `process` is one, a test gives its own. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
}

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Columns to draw in: the terminal's, 100 at most and where there is none or it does not say (0). */
export function columnsOf(output: Output): number {
  return Math.max(40, Math.min(output.columns || 100, 100))
}

/** True when `output` shows colours: https://no-color.org, then FORCE_COLOR, then whether a terminal is there. */
export function isColourful(output: Output, env: Terminal['env']): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0'
  return output.isTTY === true && env.TERM !== 'dumb'
}

/** Writes `text` and waits until the reader has room for more; a reader that went away is not an error. */
export async function write(output: Output, text: string): Promise<void> {
  if (isClosed(output) || output.write(text)) return
  await new Promise<void>((resolve) => {
    const go = (): void => {
      output.off('drain', go).off('close', go).off('error', go)
      resolve()
    }
    output.on('drain', go).on('close', go).on('error', go)
  })
}

/** True when nobody reads `output` any more (`| head`). */
export function isClosed(output: Output): boolean {
  return output.destroyed || output.errored !== null || output.writableEnded
}
