import { suite } from './suite.ts'

export const running = suite('running')
