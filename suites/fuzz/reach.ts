import type { Rule } from '../../spec/rule.ts'
import { namesIn } from './names-in.ts'

/** What a program on the virtual clock cannot run: files of `reference-impl/` by how their names begin, and why. */
export const outOfReach: Readonly<Record<string, string>> = {
  'builtin-repr': 'a compiled program brings the whole of Python\'s repr',
  'print-report': 'a world takes the reports of its program',
  'source-place': 'a world keeps no stacks, and no trace shows places',
  'real-': 'the real clock',
  'interrupts': 'the real clock',
  'run.': 'the real clock',
  'runner.': 'the real clock',
  'blocking': 'the real clock',
  'tell-stuck': 'the real clock',
  'unretrieved': 'the real clock',
  'threads': 'threads of the real clock',
  'thread-wait': 'threads of the real clock',
  'worker-': 'threads of the real clock',
  'promise-': 'promises',
  'from-promise': 'promises',
  'is-promise': 'promises',
  'open-connection': 'sockets',
  'connect-socket': 'sockets',
  'resolve-host': 'sockets',
  'listener': 'sockets',
  'transport-socket': 'sockets',
  'check-unix-path': 'sockets',
  'watch-list': 'sockets',
  'os-error': 'sockets',
  'outside': 'sockets and processes',
  'socket': 'sockets',
  'start-server': 'sockets',
  'server': 'sockets',
  'protocol': 'sockets',
  'stream-writer': 'sockets',
  'stream-reader-protocol': 'sockets',
  'flow-control': 'sockets',
  'snake-case': 'sockets',
  'create-subprocess': 'processes',
  'subprocess-': 'processes',
  'process': 'processes',
  'check-process-options': 'processes',
  'read-pipe-transport': 'processes',
  'write-pipe-transport': 'processes',
  'write-limits': 'processes',
  'signal-handlers': 'signals',
  'take-signal': 'signals',
}

/** Whether a file, by its path or URL, is never run on the virtual clock. */
export function isOutOfReach(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return Object.keys(outOfReach).some(start => name.startsWith(start))
}

/** A rule whose programs use what no generated program had. */
export interface Unreached {
  readonly rule: Rule
  /** The names of asyncio, the methods and the kinds of statements that were never generated. */
  readonly names: readonly string[]
}

/** The rules that programs like `sources` cannot touch, because they never have all that the rule's own programs use. */
export function unreachedRules(sources: Iterable<string>, rules: readonly Rule[]): readonly Unreached[] {
  const reached = new Set<string>()
  for (const source of sources) for (const name of namesIn(source)) reached.add(name)
  return rules.flatMap(rule => {
    const used = new Set(rule.scenarios.flatMap(scenario => [...namesIn(scenario.source)]))
    const names = [...used].filter(name => !reached.has(name)).toSorted()
    return names.length === 0 ? [] : [{ rule, names }]
  })
}
