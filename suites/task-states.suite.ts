import { suite } from './suite.ts'

export const taskStates = suite('task-states')
