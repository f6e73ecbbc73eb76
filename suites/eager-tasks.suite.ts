import { suite } from './suite.ts'

export const eagerTasks = suite('eager-tasks')
