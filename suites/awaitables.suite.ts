import { suite } from './suite.ts'

export const awaitables = suite('awaitables')
