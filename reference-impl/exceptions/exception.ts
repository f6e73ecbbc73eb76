import { BaseException } from './base-exception.ts'

/** The base of what programs are meant to catch. */
export class Exception extends BaseException {}
