import { coroutine, type LawDraw } from './law-draw.ts'

/** Coroutines `x0`, `x1`, … that cancel some of the first `count` of `tasks`, at moments some turns after those at which others wake. */
export function cancellers(draw: LawDraw, count: number): string[][] {
  return draw.times(draw.below(4), index => coroutine(`x${index}()`, draw.times(1 + draw.below(3), () => [
    `await asyncio.sleep(${draw.delay()})`,
    ...draw.times(draw.below(5), () => 'await asyncio.sleep(0)'),
    `tasks[${draw.below(count)}].cancel()`,
  ]).flat()))
}
