import { wrongTasks } from './tasks.ts'
import { wrongCombinators } from './combinators.ts'
import { wrongPrimitives } from './primitives.ts'
import { wrongScheduling } from './scheduling.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

/** Every mistake that the fuzzer is known to find. */
export const allWrong: readonly WrongImplementation[] = [...wrongScheduling, ...wrongTasks, ...wrongCombinators, ...wrongPrimitives]
