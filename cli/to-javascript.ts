import { compile, CompileError } from '../adapters/javascript/compile.ts'

/** A program as the JavaScript that somebody porting it would write, or why the compiler refuses it. */
export function toJavascript(source: string): { readonly code: string } | { readonly refused: string } {
  try {
    return { code: compile(source, { style: 'generator' }).code }
  } catch (error) {
    if (error instanceof CompileError) return { refused: error.message }
    throw error
  }
}
