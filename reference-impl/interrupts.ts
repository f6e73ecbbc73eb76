import { isMainThread } from 'node:worker_threads'

/** The event loops that run; not those in a thread of a program. */
const loops = new Set<() => boolean>()
/** The main threads of programs. */
const programs = new Set<() => boolean>()

/** Whom Ctrl-C interrupts, as Python's `signal.default_int_handler`; whoever listens to SIGINT already keeps it. */
export const interrupts = {
  /** SIGINT calls `interrupt` of every loop that runs, until the function that this gives is called. */
  ofLoop: (interrupt: () => boolean): () => void => register(loops, interrupt),
  /** The same for a program in which no loop runs. */
  ofProgram: (interrupt: () => boolean): () => void => register(programs, interrupt),
  /** Somebody else has ceased to listen. */
  changed: listen,
}

function register(told: Set<() => boolean>, interrupt: () => boolean): () => void {
  told.add(interrupt)
  listen()
  return () => {
    told.delete(interrupt)
    listen()
  }
}

function listen(): void {
  if (loops.size + programs.size === 0) process.off('SIGINT', interrupt)
  else if (isMainThread && process.listenerCount('SIGINT') === 0) process.on('SIGINT', interrupt)
}

/** Who has nobody to interrupt ends, as without a listener. */
function interrupt(): void {
  if ([...(loops.size > 0 ? loops : programs)].map(tell => tell()).includes(true)) return
  process.off('SIGINT', interrupt)
  process.kill(process.pid, 'SIGINT')
}
