import { suite } from './suite.ts'

export const signals = suite('signals')
