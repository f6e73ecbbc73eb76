import { suite } from './suite.ts'

export const eventLoop = suite('event-loop')
