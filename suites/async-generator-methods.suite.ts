import { suite } from './suite.ts'

export const asyncGeneratorMethods = suite('async-generator-methods')
