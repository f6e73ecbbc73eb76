import { suite } from './suite.ts'

export const asyncGeneratorClosing = suite('async-generator-closing')
