import { suite } from './suite.ts'

export const taskFactories = suite('task-factories')
