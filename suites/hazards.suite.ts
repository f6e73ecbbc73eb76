import { suite } from './suite.ts'

export const hazards = suite('hazards')
