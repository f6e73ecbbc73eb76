import { suite } from './suite.ts'

export const contextVariables = suite('context-variables')
