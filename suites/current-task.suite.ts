import { suite } from './suite.ts'

export const currentTask = suite('current-task')
