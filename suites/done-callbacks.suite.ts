import { suite } from './suite.ts'

export const doneCallbacks = suite('done-callbacks')
