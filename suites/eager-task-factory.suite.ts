import { suite } from './suite.ts'

export const eagerTaskFactory = suite('eager-task-factory')
