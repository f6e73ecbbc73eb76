import { afterEach, describe, expect, test } from 'vitest'
import { caught, matches } from './matches.ts'
import { makeExceptions, useImplementation } from './exceptions.ts'
import { repr, str } from './repr.ts'

afterEach(() => {
  useImplementation({})
})

describe('an implementation with exceptions of its own', () => {
  class BaseException extends Error {
    args: unknown[]

    constructor(...args: unknown[]) {
      super(String(args[0] ?? ''))
      this.args = args
    }
  }
  class Exception extends BaseException {}
  class ValueError extends Exception {}
  class CancelledError extends BaseException {}
  const implementation = { BaseException, Exception, ValueError, CancelledError }

  test('is used as it is, the rest of the hierarchy is made upon it', () => {
    const { KeyError, UnicodeError, LookupError, ValueError: used } = makeExceptions(implementation)
    const parents = [KeyError, UnicodeError].map((cls) => [cls.prototype instanceof Exception, cls.prototype instanceof LookupError, cls.prototype instanceof ValueError])
    expect([used, parents]).toEqual([ValueError, [[true, true, false], [true, false, true]]])
  })

  test('has one hierarchy, in whatever namespace it is given', () => {
    expect(makeExceptions({ ...implementation })).toBe(makeExceptions(implementation))
  })

  test('shows its exceptions as Python does', () => {
    const { KeyError } = useImplementation(implementation)
    expect([repr(new ValueError('a', 1)), str(new ValueError('a')), repr(new KeyError('k')), str(new KeyError('k')), repr(CancelledError), repr(KeyError)]).toEqual([
      "ValueError('a', 1)", 'a', "KeyError('k')", "'k'", "<class 'asyncio.exceptions.CancelledError'>", "<class 'KeyError'>",
    ])
  })
})

describe('JavaScript errors', () => {
  test('count as the Python class of their name, or of the nearest', () => {
    const table = useImplementation({})
    class CancelledError extends Error {}
    const verdicts = [
      matches(new TypeError('x'), table.TypeError),
      matches(new RangeError('x'), table.ValueError),
      matches(new Error('x'), table.Exception),
      matches(new CancelledError(), table.Exception),
      matches(new CancelledError(), table.CancelledError),
      matches(new CancelledError(), table.BaseException),
    ]
    expect(verdicts).toEqual([true, true, true, false, true, true])
  })

  test('become the Python exception that they mean, the same one every time', () => {
    useImplementation({})
    const error = new TypeError("Cannot read properties of null (reading 'addDoneCallback')")
    expect([repr(caught(error)), caught(error) === caught(error), repr(caught(new RangeError('Maximum call stack size exceeded')))]).toEqual([
      `AttributeError("'NoneType' object has no attribute 'add_done_callback'")`, true, "RecursionError('maximum recursion depth exceeded')",
    ])
  })

  test('that end the program match nothing', () => {
    const { BaseException } = useImplementation({})
    expect(matches(Object.assign(new Error('halt'), { uncatchable: true }), BaseException)).toBe(false)
  })
})
