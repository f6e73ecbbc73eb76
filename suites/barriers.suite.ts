import { suite } from './suite.ts'

export const barriers = suite('barriers')
