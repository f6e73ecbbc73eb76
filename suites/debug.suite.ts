import { suite } from './suite.ts'

export const debug = suite('debug')
