import { suite } from './suite.ts'

export const cancellation = suite('cancellation')
