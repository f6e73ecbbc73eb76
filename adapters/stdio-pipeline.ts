import type { Program } from '../spec/program.ts'
import { checkedLimits, type Adapter, type Limits, type Run } from './adapter.ts'
import type { Channel, OpenChannel } from './stdio-channel.ts'
import { Deadline } from './stdio-deadline.ts'
import { HeldAnswer } from './stdio-held-answer.ts'
import { faulted, runOf, settle, type Job } from './stdio-job.ts'
import type { Answer, Hello, Rubbish } from './stdio-protocol.ts'

/** Programs sent and not yet answered, at most. */
const window = 64
/** Lines of rubbish that one program may cause before the implementation is started anew. */
const patience = 100
/** Failed attempts to start it again, in a row, after which no other is made. */
const attempts = 3

/**
 * An adapter over a channel that may misbehave in every way: thousands of programs may wait, a bounded number is under way,
 * and what goes wrong is a fault of the program that was running, which is the oldest without an answer. An implementation
 * that hangs or dies is started anew and the other programs are sent again.
 */
export class Pipeline implements Adapter {
  readonly name: string
  readonly claims: string
  readonly clock: Hello['clock']
  readonly lacks: Hello['lacks']
  readonly level: NonNullable<Hello['level']>
  readonly #open: OpenChannel
  #channel: Channel | undefined
  #starting: Promise<void> | undefined
  #failures = 0
  #closed = false
  #ids = 0
  #queue: Job[] = []
  readonly #sent = new Map<string, Job>()
  readonly #held = new HeldAnswer()
  readonly #deadline = new Deadline(() => first(this.#sent), running => this.#hang(running))
  #pumping = false

  private constructor(open: OpenChannel, hello: Hello, name: string | undefined) {
    this.#open = open
    this.name = name ?? hello.name
    this.claims = hello.claims
    this.clock = hello.clock
    this.lacks = hello.lacks
    this.level = hello.level ?? 'SHOULD'
  }

  /** Starts the implementation; rejects with `AdapterStartError`. */
  static async start(open: OpenChannel, name?: string): Promise<Pipeline> {
    let pipeline: Pipeline | undefined
    const channel = await open({
      onAnswers: answers => pipeline?.onAnswers(answers),
      onEnd: (reason, fault) => pipeline?.onEnd(reason, fault),
    })
    pipeline = new Pipeline(open, channel.hello, name)
    pipeline.#channel = channel
    channel.hold(false)
    return pipeline
  }

  run(program: Program, limits: Limits): Promise<Run> {
    return new Promise(settle => {
      if (this.#closed) return settle(faulted('crash', `adapter ${this.name} is closed`))
      this.#queue.push({ id: String(++this.#ids), program, limits: checkedLimits(limits), settle, settled: false, rubbish: 0 })
      this.#pumpSoon()
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#starting
    const channel = this.#channel
    this.#channel = undefined
    const busy = this.#sent.size > 0
    this.#held.close()
    for (const job of this.#takeBack().concat(this.#queue)) settle(job, faulted('crash', `adapter ${this.name} was closed before this was run`))
    this.#queue = []
    await (busy ? channel?.kill() : channel?.close())
  }

  onAnswers(answers: readonly (Answer | Rubbish)[]): void {
    for (const answer of answers) {
      if (answer.kind === 'rubbish') this.#blame(answer.reason)
      else this.#onAnswer(answer)
    }
    this.#pump()
  }

  onEnd(reason: string, fault: 'crash' | 'flood'): void {
    this.#held.tell()
    const [running, ...rest] = this.#takeBack()
    this.#channel = undefined
    if (running !== undefined) settle(running, faulted(fault, `${this.name} ${reason}`))
    this.#queue = rest.concat(this.#queue)
    this.#pump()
  }

  #onAnswer(answer: Answer): void {
    const job = this.#sent.get(answer.id)
    if (job === undefined) {
      if (this.#held.replace(answer.id, faulted('protocol', `${this.name} answered twice`))) return
      // A second answer that comes late changes nothing: the first was told, and no other program is to blame.
      if (!/^\d+$/.test(answer.id) || Number(answer.id) > this.#ids) this.#blame(`answered request ${JSON.stringify(answer.id).slice(0, 60)}, which was not made`)
      return
    }
    this.#sent.delete(answer.id)
    // What was blamed on an older program came in place of its answer.
    for (const [id, older] of this.#sent) {
      if (!older.settled || Number(id) > Number(answer.id)) break
      this.#sent.delete(id)
    }
    if (job.settled) return
    this.#held.hold(job, runOf(answer, job.limits), this.#sent.size > 0 || this.#queue.length > 0)
  }

  /** Puts `reason` on the program that runs. */
  #blame(reason: string): void {
    const running = first(this.#sent)
    if (running === undefined) return
    settle(running, faulted('protocol', `${this.name} ${reason}`))
    running.rubbish++
    if (running.rubbish > patience) this.#startAnew()
  }

  #pumpSoon(): void {
    if (this.#pumping) return
    this.#pumping = true
    queueMicrotask(() => {
      this.#pumping = false
      this.#pump()
    })
  }

  /** Sends what there is room for. */
  #pump(): void {
    if (this.#closed) return
    if (this.#channel === undefined) {
      if (this.#queue.length > 0) this.#starting ??= this.#startAgain()
      this.#deadline.watch()
      return
    }
    // Half a window at a time: few writes, and never an idle child.
    if (this.#queue.length > 0 && this.#sent.size <= window / 2) {
      const jobs = this.#queue.splice(0, window - this.#sent.size)
      if (this.#sent.size === 0) this.#channel.hold(true)
      for (const job of jobs) this.#sent.set(job.id, job)
      this.#channel.send(jobs.map(({ id, program, limits }) => ({
        id, program: program.source, ...(program.clock === 'real' ? { clock: 'real' } : {}), limits,
      })))
    } else if (this.#sent.size === 0) {
      this.#channel.hold(false)
    }
    this.#deadline.watch()
  }

  async #startAgain(): Promise<void> {
    try {
      if (this.#failures >= attempts) throw new Error('it failed to start again before')
      const channel = await this.#open({
        onAnswers: answers => this.onAnswers(answers),
        onEnd: (reason, fault) => this.onEnd(reason, fault),
      })
      this.#failures = 0
      this.#channel = channel
    } catch (error) {
      this.#failures++
      const message = `${this.name} could not be started again: ${error instanceof Error ? error.message : String(error)}`
      for (const job of this.#queue.splice(0)) settle(job, faulted('crash', message))
    }
    this.#starting = undefined
    this.#pump()
  }

  /** Kills the implementation; what was under way and has no verdict yet goes back into the queue. */
  #startAnew(): void {
    const channel = this.#channel
    this.#channel = undefined
    this.#queue = this.#takeBack().filter(job => !job.settled).concat(this.#queue)
    void channel?.kill()
    this.#pump()
  }

  #takeBack(): Job[] {
    const jobs = [...this.#sent.values()]
    this.#sent.clear()
    return jobs
  }

  #hang(running: Job): void {
    settle(running, faulted('hang', `ran longer than ${running.limits.seconds} s and was stopped`))
    this.#startAnew()
  }
}

function first(jobs: ReadonlyMap<string, Job>): Job | undefined {
  for (const job of jobs.values()) return job
  return undefined
}
