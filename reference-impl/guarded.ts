import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Halt } from './exceptions/halt.ts'

/** Calls `action`, and `failed` with what it throws, but for what ends the loop. */
export function guarded(action: () => void, failed: (exception: unknown) => void): void {
  try {
    action()
  } catch (error) {
    if (error instanceof SystemExit || error instanceof KeyboardInterrupt || error instanceof Halt) throw error
    failed(error)
  }
}
