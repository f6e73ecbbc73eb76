import { suite } from './suite.ts'

export const generatorProtocol = suite('generator-protocol')
