import { allTasks } from './all-tasks.ts'
import type { EventLoop } from './event-loop.ts'

const running = new Set<EventLoop>()

/**
 * Until the function that it gives is called: when Node ends because nothing is left that could wake `loop`, prints the tasks that
 * still wait. CPython waits for ever there; Node ends with exit code 13 and says nothing.
 */
export function tellStuck(loop: EventLoop): () => void {
  if (running.size === 0) process.on('beforeExit', tell)
  running.add(loop)
  return () => {
    running.delete(loop)
    if (running.size === 0) process.off('beforeExit', tell)
  }
}

function tell(): void {
  for (const loop of running) console.error(`asyncio: nothing is left that could wake the event loop; what still waits:\n${[...allTasks(loop)].map(task => `  ${task}\n`).join('')}`)
}
