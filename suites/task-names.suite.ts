import { suite } from './suite.ts'

export const taskNames = suite('task-names')
