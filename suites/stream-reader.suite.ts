import { suite } from './suite.ts'

export const streamReader = suite('stream-reader')
