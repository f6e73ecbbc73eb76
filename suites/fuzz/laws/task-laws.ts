import type { Law } from './law.ts'
import { watchedProgram } from './watched-program.ts'

const needs = ['contextvars', 'async-generators', 'exception-groups'] as const

/** How tasks and futures end. */
export const taskLaws: readonly Law[] = [
  {
    name: 'ends-once',
    says: 'a task or future ends once, and in one of three ways: finished, failed or cancelled',
    needs, endsAnyhow: true,
    program: watchedProgram,
    broken(remarks) {
      const ends = new Map<string, string>()
      const told = new Set<string>()
      for (const { what, of: [index = '', done, state = ''] } of remarks) {
        if (what === 'ended') {
          if (told.has(index)) return `the done callback of ${index} is called twice`
          told.add(index)
        } else if (what === 'state') {
          const end = ends.get(index)
          if (end !== undefined && end !== state) return `${index} is ${end}, then ${state}`
          if (state === 'pending' && done === 'True') return `${index} is done, but neither finished nor failed nor cancelled`
          if (state !== 'pending') ends.set(index, state)
        }
      }
      return undefined
    },
  },
  {
    name: 'done-stays',
    says: 'what is done stays done',
    needs, endsAnyhow: true,
    program: watchedProgram,
    broken(remarks) {
      const done = new Set<string>()
      for (const { what, of: [index = '', isDone] } of remarks) {
        if (what !== 'state') continue
        if (isDone === 'True') done.add(index)
        else if (done.has(index)) return `${index} was done and is not any more`
      }
      return undefined
    },
  },
]
