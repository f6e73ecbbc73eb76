import { cancellationLaw } from './cancellation-law.ts'
import { failureLaw } from './failure-law.ts'
import { interleavingLaw } from './interleaving-law.ts'
import type { Law } from './law.ts'
import { leftoversLaw } from './leftovers-law.ts'
import { queueLaw } from './queue-law.ts'
import { semaphoreLaw } from './semaphore-law.ts'
import { taskLaws } from './task-laws.ts'
import { timerLaw } from './timer-law.ts'

/** What holds for every asyncio. */
export const allLaws: readonly Law[] = [...taskLaws, cancellationLaw, interleavingLaw, timerLaw, queueLaw, semaphoreLaw, failureLaw, leftoversLaw]
