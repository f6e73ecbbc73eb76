import { defaultLimits, mostSeconds, type Limits } from '../adapters/adapter.ts'
import { exitCode } from './exit-code.ts'
import { count, positive } from './parse-options.ts'
import { UserError } from './user-error.ts'

/** The options that set bounds on one program, for `parseOptions`. */
export const limitOptions = {
  'limit-seconds': { type: 'string' },
  'limit-steps': { type: 'string' },
  'limit-output': { type: 'string' },
} as const

/** Lines of `--help` on them. */
export const limitHelp = `  --limit-seconds N    wall time of one program, ${defaultLimits.seconds} by default: then it counts as hanging
  --limit-steps N      passes of the event loop, ${defaultLimits.steps} by default: then its outcome is "step limit"
  --limit-output N     characters of trace, ${defaultLimits.output} by default: then it counts as flooding
`

/** The limits that were asked for. Throws `UserError` for a value that is no number above 0, no whole one where things are counted, or more than a day. */
export function limitsFrom(values: { readonly [K in keyof typeof limitOptions]?: string | undefined }): Limits {
  const asked = (option: keyof typeof limitOptions, read: typeof positive, otherwise: number): number => {
    const value = values[option]
    return value === undefined ? otherwise : read(`--${option}`, value)
  }
  const seconds = asked('limit-seconds', positive, defaultLimits.seconds)
  if (seconds > mostSeconds) throw new UserError(exitCode.badInput, `--limit-seconds takes at most ${mostSeconds}, a day, not ${JSON.stringify(values['limit-seconds'])}`)
  return {
    seconds,
    steps: asked('limit-steps', count, defaultLimits.steps),
    output: asked('limit-output', count, defaultLimits.output),
  }
}
