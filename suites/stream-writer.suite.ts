import { suite } from './suite.ts'

export const streamWriter = suite('stream-writer')
