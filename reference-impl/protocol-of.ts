import type { BaseProtocol } from './protocol.ts'

/** What a factory makes; programs also give the class itself. */
export function protocolOf<P extends BaseProtocol>(factory: () => P): P {
  if (!/^class\b/.test(Function.prototype.toString.call(factory))) return factory()
  const made: P = Reflect.construct(factory, [])
  return made
}
