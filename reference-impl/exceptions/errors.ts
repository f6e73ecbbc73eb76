import { Exception } from './exception.ts'

// Python's ordinary errors under Python's names, as far as asyncio raises them or its programs expect them.
export class ArithmeticError extends Exception {}
export class AssertionError extends Exception {}
export class AttributeError extends Exception {}
export class EOFError extends Exception {}
export class LookupError extends Exception {}
export class NameError extends Exception {}
export class RuntimeError extends Exception {}
export class TypeError extends Exception {}
export class ValueError extends Exception {}

export class IndexError extends LookupError {}
export class KeyError extends LookupError {}
export class NotImplementedError extends RuntimeError {}
export class OverflowError extends ArithmeticError {}
export class RecursionError extends RuntimeError {}
export class ZeroDivisionError extends ArithmeticError {}
