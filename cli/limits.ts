import { defaultLimits, type Limits } from '../adapters/adapter.ts'
import { positive } from './parse-options.ts'

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

/** The limits that were asked for. Throws `UserError` for a value that is no number above 0. */
export function limitsFrom(values: { readonly [K in keyof typeof limitOptions]?: string | undefined }): Limits {
  const asked = (option: keyof typeof limitOptions, otherwise: number): number => {
    const value = values[option]
    return value === undefined ? otherwise : positive(`--${option}`, value)
  }
  return {
    seconds: asked('limit-seconds', defaultLimits.seconds),
    steps: asked('limit-steps', defaultLimits.steps),
    output: asked('limit-output', defaultLimits.output),
  }
}
