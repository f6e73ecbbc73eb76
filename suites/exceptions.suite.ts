import { suite } from './suite.ts'

export const exceptions = suite('exceptions')
