import { suite } from './suite.ts'

export const readline = suite('readline')
