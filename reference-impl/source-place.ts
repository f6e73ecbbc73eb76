/** This library, and the runtime of compiled programs, whose frames say nothing about the program. */
const own = ['.', '../adapters/javascript/runtime/'].map(folder => new URL(folder, import.meta.url))
const ownFolders = own.flatMap(url => [url.href, url.protocol === 'file:' ? decodeURIComponent(url.pathname) : url.href])

/** Whether a text, a file's address or a line of a stack, names a file of theirs. */
export function isOwnPlace(text: string): boolean { return ownFolders.some(folder => text.includes(folder)) }

/**
 * Where outside of this library the code stands that runs now: `FILE:LINE`, with `<string>` for code that was evaluated.
 * Walks the stack: for debug mode only.
 */
export function sourcePlace(): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const { stack = '' } = new Error()
  Error.stackTraceLimit = limit
  const frame = stack.split('\n').slice(1).find(line => !isOwnPlace(line) && !line.includes('<anonymous>)'))
  const [, file = '<unknown>', line = '0'] = /(?:\(|at |, )([^(),]+):(\d+):\d+\)?$/.exec(frame ?? '') ?? []
  return `${file === '<anonymous>' ? '<string>' : file}:${line}`
}
