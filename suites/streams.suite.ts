import { suite } from './suite.ts'

export const streams = suite('streams')
