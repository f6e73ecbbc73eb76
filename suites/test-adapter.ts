import type { Adapter, Faulted, Run } from '../adapters/adapter.ts'
import { readChapter } from '../spec/read-chapter.ts'
import type { Rule } from '../spec/rule.ts'

/** For the tests of this folder: an adapter that answers each program, by its id, from a table; `'never'` is no answer at all. */
export function tableAdapter(answers: Readonly<Record<string, Run | 'never' | (() => unknown)>>, more: Partial<Adapter> = {}): Adapter {
  return {
    name: 'table', claims: '3.14', level: 'CPYTHON', clock: 'virtual', lacks: [],
    async run({ id }) {
      const answer = answers[id]
      if (answer === 'never') return new Promise<Run>(() => {})
      if (typeof answer === 'function') return JSON.parse(JSON.stringify(answer()))
      return answer ?? fault(`nothing is known of ${id}`)
    },
    async close() {},
    ...more,
  }
}

/** A run that ended with `lines`. */
export function finished(lines: readonly string[], outcome = 'None'): Run {
  return { kind: 'finished', trace: { lines, outcome }, milliseconds: 1 }
}

/** A crash. */
export function fault(message: string): Faulted {
  return { kind: 'faulted', fault: 'crash', message }
}

/** Rules of a chapter `door`: `[id's last part, metadata, trace lines]`; the outcome is `None` where none is given. */
export function rulesOf(...rules: readonly (readonly [name: string, metadata: string, ...lines: string[]])[]): readonly Rule[] {
  const sections = rules.map(([name, metadata, ...lines]) =>
    `### door.${name}\n\n**${metadata} · observed\n\nIt holds.\n\n\`\`\`python\nlog('${name}')\n\`\`\`\n\n\`\`\`trace\n${(lines.at(-1)?.startsWith('=> ') ? lines : [...lines, '=> None']).join('\n')}\n\`\`\`\n`)
  return readChapter('spec/door.md', `# Door\n\n${sections.join('\n')}`).rules
}
