import { suite } from './suite.ts'

export const queues = suite('queues')
