import { Exception } from './exception.ts'

// Categories for `warn`; a world decides what becomes of a warning.
export class Warning extends Exception {}
export class DeprecationWarning extends Warning {}
export class ResourceWarning extends Warning {}
export class RuntimeWarning extends Warning {}
