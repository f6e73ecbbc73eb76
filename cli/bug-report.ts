import { packageVersion } from './package-version.ts'

/** What is printed for an error that is ours: the only stack trace the command ever shows. */
export function bugReport(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    'bug in asyncio-conformance: this should not have happened, and is not your doing.',
    'Please report it with the command you gave and these lines:',
    '',
    `asyncio-conformance ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
    stack,
    '',
  ].join('\n')
}
