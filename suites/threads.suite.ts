import { suite } from './suite.ts'

export const threads = suite('threads')
