import { suite } from './suite.ts'

export const asyncGenerators = suite('async-generators')
