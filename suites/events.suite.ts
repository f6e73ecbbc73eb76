import { suite } from './suite.ts'

export const events = suite('events')
