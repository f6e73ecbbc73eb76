import { suite } from './suite.ts'

export const futures = suite('futures')
