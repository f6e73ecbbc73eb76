import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import type { HostClock } from './host-clock.ts'
import { HostTimer } from './host-timer.ts'

/** Node's own, for those who must not be deceived. */
export interface Host {
  now(): number
  setTimeout(callback: () => void, milliseconds: number): unknown
  setImmediate(callback: () => void): unknown
}

let host: Host | undefined

/** Puts functions in the place of Node's timers and clocks that ask whether a virtual clock is `current`; Node's own otherwise. Once for all; gives Node's own. */
export function patchHost(current: () => HostClock | undefined): Host {
  if (host !== undefined) return host
  const real = { now: performance.now.bind(performance), setTimeout, setImmediate }
  host = { now: real.now, setTimeout: (callback, milliseconds) => real.setTimeout(callback, milliseconds), setImmediate: (callback) => real.setImmediate(callback) }

  const set = (name: string, homes: readonly object[], make: (clock: HostClock, args: readonly unknown[]) => unknown): void => patch(name, homes, (args) => {
    const clock = current()
    return clock && (() => make(clock, args))
  })
  const everywhere = [globalThis, timers]
  set('setTimeout', everywhere, (clock, [callback, delay, ...args]) => clock.after(Number(delay), false, bound(callback, args)))
  set('setInterval', everywhere, (clock, [callback, delay, ...args]) => clock.after(Number(delay), true, bound(callback, args)))
  set('setImmediate', everywhere, (clock, [callback, ...args]) => clock.immediately(bound(callback, args)))
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) patch(name, everywhere, ([timer]) => timer instanceof HostTimer ? () => void timer.close() : undefined)
  set('setTimeout', [promises], (clock, [delay, value]) => new Promise((resolve) => clock.after(Number(delay), false, () => resolve(value))))
  set('setImmediate', [promises], (clock, [value]) => new Promise((resolve) => clock.immediately(() => resolve(value))))
  set('now', [performance, Date], (clock) => clock.read())
  set('bigint', [process.hrtime], (clock) => BigInt(Math.round(clock.read() * 1e6)))
  syncBuiltinESMExports()
  return host
}

function bound(callback: unknown, args: readonly unknown[]): () => void {
  if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function')
  return () => void Reflect.apply(callback, undefined, args)
}

/** Puts a function in the place of `name` in `homes` that does what `instead` gives for its arguments, and Node's own where that is nothing. */
function patch(name: string, homes: readonly object[], instead: (args: readonly unknown[]) => (() => unknown) | undefined): void {
  for (const home of homes) {
    const own: unknown = Reflect.get(home, name)
    if (typeof own !== 'function') continue
    const patched = function (this: unknown, ...args: readonly unknown[]): unknown {
      const other = instead(args)
      return other === undefined ? Reflect.apply(own, this, args) : other()
    }
    Object.defineProperties(patched, Object.getOwnPropertyDescriptors(own))
    Object.defineProperty(home, name, { value: patched, writable: true, configurable: true, enumerable: true })
  }
}
