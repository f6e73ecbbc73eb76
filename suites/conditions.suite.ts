import { suite } from './suite.ts'

export const conditions = suite('conditions')
