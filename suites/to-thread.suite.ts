import { suite } from './suite.ts'

export const toThread = suite('to-thread')
