import { suite } from './suite.ts'

export const executors = suite('executors')
