import type { Limits, Run } from '../adapter.ts'
import type { Program } from '../../spec/program.ts'
import { HostClock } from './host-clock.ts'
import { runProgram, type Target } from './run-program.ts'
import { watched } from './watchdog.ts'

const probe = { id: 'probe', source: 'async def main():\n    return 1\n' }

/** A module that all programs share: a program that never ends may leave it believing that its event loop still runs. */
export class SharedModule {
  readonly #module: object

  constructor(module: object) {
    this.#module = module
  }

  /** Has the module forget the running loop, when it has asyncio's `_set_running_loop`. */
  forgetLoop(): void {
    const set: unknown = Reflect.get(this.#module, '_setRunningLoop')
    if (typeof set === 'function') set(null)
  }

  /** Why, behind `program` with its `run`, the module cannot run another; undefined when it can. */
  async unusable(program: Program, run: Run, limits: Limits, target: Target): Promise<string | undefined> {
    if (!isDoubtful(run)) return undefined
    const answer = await probed(limits, target)
    const outcome = answer.kind === 'finished' ? answer.trace.outcome : answer.message
    if (outcome === '1') return undefined
    return `program ${program.id} left the module unable to run another (${outcome}); a world of its own for each program keeps them apart: adapters/javascript/README.md`
  }
}

/** What becomes of the smallest program; it may never come back either. */
function probed(limits: Limits, target: Target): Run | Promise<Run> {
  const answers: (Run | Promise<Run>)[] = []
  if (!watched(() => void answers.push(runProgram(probe, limits, target)), limits.seconds)) HostClock.leave()
  return answers[0] ?? { kind: 'faulted', fault: 'hang', message: 'it never came back from one' }
}

/** Whether a loop may have been left running: by the program, or by one before it. */
function isDoubtful(run: Run): boolean {
  if (run.kind === 'faulted') return run.fault === 'hang' || run.fault === 'crash'
  return /^(?:deadlock$|step limit$|raises RuntimeError\()/.test(run.trace.outcome)
}
