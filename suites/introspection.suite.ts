import { suite } from './suite.ts'

export const introspection = suite('introspection')
