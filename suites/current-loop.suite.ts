import { suite } from './suite.ts'

export const currentLoop = suite('current-loop')
