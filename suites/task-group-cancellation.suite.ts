import { suite } from './suite.ts'

export const taskGroupCancellation = suite('task-group-cancellation')
