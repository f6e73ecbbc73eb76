import { suite } from './suite.ts'

export const callSoon = suite('call-soon')
