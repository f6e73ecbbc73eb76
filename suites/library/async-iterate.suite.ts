import { expect, test } from 'vitest'
import {
  asCompleted, asyncGenerator, asyncIterate, coroutine, emit, RuntimeError, runVirtual, sleep, StreamReader, ValueError,
} from '../../reference-impl/index.ts'

const numbers = asyncGenerator(function* numbers(count: number) {
  for (let number = 0; number < count; number++) {
    yield* sleep(1)
    yield* emit(number)
  }
})

test('a loop goes over what an async generator emits, and can be left', () => {
  const main = coroutine(function* main() {
    const seen: number[] = []
    for (const each = asyncIterate(numbers(9)); yield* each.next();) {
      if (each.value === 3) break
      seen.push(each.value)
    }
    return seen
  })
  expect(runVirtual(main())).toEqual([0, 1, 2])
})

test('a loop goes over the lines of a reader', () => {
  const main = coroutine(function* main() {
    const reader = new StreamReader()
    reader.feedData(new TextEncoder().encode('a\nb\nc'))
    reader.feedEof()
    const lines: string[] = []
    for (const each = asyncIterate(reader); yield* each.next();) lines.push(new TextDecoder().decode(each.value))
    return lines
  })
  expect(runVirtual(main())).toEqual(['a\n', 'b\n', 'c'])
})

test('a loop goes over what ends first', () => {
  const main = coroutine(function* main() {
    const results: string[] = []
    for (const each = asyncIterate(asCompleted([sleep(2, 'slow'), sleep(1, 'fast')])); yield* each.next();) results.push(each.value.result())
    return results
  })
  expect(runVirtual(main())).toEqual(['fast', 'slow'])
})

test('what the source throws leaves the loop', () => {
  const failing = asyncGenerator(function* failing() {
    yield* emit(1)
    throw new ValueError('broken')
  })
  const main = coroutine(function* main() {
    for (const each = asyncIterate(failing()); yield* each.next();) expect(each.value).toBe(1)
  })
  expect(() => runVirtual(main())).toThrow(new ValueError('broken'))
})

test('there is no value before the first', () => {
  expect(() => asyncIterate(numbers(1)).value).toThrow(new RuntimeError('no value yet: yield* next() comes first'))
})
