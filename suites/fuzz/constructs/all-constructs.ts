import type { Construct } from '../construct.ts'
import { callGraphConstructs } from './call-graph.ts'
import { callStackConstructs } from './call-stack.ts'
import { callbackConstructs } from './callbacks.ts'
import { cancellationConstructs } from './cancellation.ts'
import { combinatorConstructs } from './combinators.ts'
import { comparisonConstructs } from './comparisons.ts'
import { contextConstructs } from './context.ts'
import { coroutineConstructs } from './coroutines.ts'
import { debugConstructs } from './debug.ts'
import { exceptionConstructs } from './exceptions.ts'
import { executorConstructs } from './executors.ts'
import { foreignFutureConstructs } from './foreign-futures.ts'
import { futureConstructs } from './futures.ts'
import { generatorConstructs } from './generators.ts'
import { inspectionConstructs } from './inspection.ts'
import { misuseConstructs } from './misuse.ts'
import { primitiveConstructs } from './primitives.ts'
import { queueConstructs } from './queues.ts'
import { streamConstructs } from './streams.ts'
import { taskConstructs } from './tasks.ts'

/** Everything that a generated program may do. */
export const allConstructs: readonly Construct[] = [
  ...taskConstructs, ...cancellationConstructs, ...exceptionConstructs, ...combinatorConstructs, ...primitiveConstructs,
  ...queueConstructs, ...callbackConstructs, ...futureConstructs, ...generatorConstructs, ...contextConstructs, ...inspectionConstructs,
  ...coroutineConstructs, ...executorConstructs, ...streamConstructs, ...debugConstructs, ...callGraphConstructs, ...callStackConstructs, ...misuseConstructs, ...comparisonConstructs, ...foreignFutureConstructs,
]
