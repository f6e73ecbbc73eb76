import { suite } from './suite.ts'

export const concurrentFutures = suite('concurrent-futures')
