/** The virtual world came to its end: no exception of Python's, so no program can catch it. */
export abstract class Halt extends Error {
  /** Tells those who catch everything to let it pass. */
  readonly uncatchable = true
}

/** Nothing was ready, no timer was set and no outside work was under way. */
export class Deadlock extends Halt {
  constructor() { super('deadlock: nothing is ready, no timer is set and no outside work is under way') }
}

/** The event loops of the world made more passes than it allows. */
export class StepLimit extends Halt {
  constructor(steps: number) { super(`step limit: the event loops made more than ${steps} passes`) }
}
