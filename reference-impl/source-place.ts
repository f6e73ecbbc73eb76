/** This library's own folder, whose frames say nothing about the program. */
const own = new URL('.', import.meta.url)
const ownFolders = [own.href, own.protocol === 'file:' ? decodeURIComponent(own.pathname) : own.href]

/**
 * Where outside of this library the code stands that runs now: `FILE:LINE`, with `<string>` for code that was evaluated.
 * Walks the stack: for debug mode only.
 */
export function sourcePlace(): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const { stack = '' } = new Error()
  Error.stackTraceLimit = limit
  const frame = stack.split('\n').slice(1).find(line => !ownFolders.some(folder => line.includes(folder)) && !line.includes('<anonymous>)'))
  const [, file = '<unknown>', line = '0'] = /(?:\(|at |, )([^(),]+):(\d+):\d+\)?$/.exec(frame ?? '') ?? []
  return `${file === '<anonymous>' ? '<string>' : file}:${line}`
}
