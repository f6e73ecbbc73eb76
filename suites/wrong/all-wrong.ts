import { wrongBlocks } from './blocks.ts'
import { wrongGathers } from './gather.ts'
import { wrongRunning } from './running.ts'
import { wrongSynchronisation } from './synchronisation.ts'
import { wrongTasks } from './tasks.ts'
import { wrongWaiting } from './waiting.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

/** Every mistake that the suites are known to notice. */
export const allWrong: readonly WrongImplementation[] = [...wrongTasks, ...wrongGathers, ...wrongWaiting, ...wrongBlocks, ...wrongSynchronisation, ...wrongRunning]
