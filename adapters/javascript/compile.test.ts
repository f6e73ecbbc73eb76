import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'

const example = `async def child(name, delay, fails):
    await asyncio.sleep(delay)
    log(name, 'ends')
    if fails:
        raise ValueError(name)

async def main():
    try:
        await asyncio.gather(child('a', 3, False), child('b', 1, True))
    except ValueError as e:
        log('caught', e)
    await asyncio.sleep(5)
`

const resources = `async def worker(queue, results, *, limit=2):
    async with asyncio.Semaphore(limit), asyncio.timeout(10) as t:
        while not queue.empty():
            job = await queue.get()
            results.append(f'{job} at {t.when()}')
            queue.task_done()

class Resource:
    count = 0

    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, kind, error, trace):
        log('leaves', self.name)

async def numbers(n):
    for i in range(n):
        yield i

async def main():
    queue = asyncio.Queue(maxsize=3)
    results = []
    await asyncio.wait([asyncio.create_task(worker(queue, results), name='w')], timeout=5)
    async with Resource('r') as r:
        async for n in numbers(3):
            results.append(n)
    return [await asyncio.sleep(0, x) for x in results]
`

/** The program without its imports, as lines. */
function compiled(source: string, style: 'generator' | 'async' = 'generator'): string {
  return compile(source, { style }).code
}

describe('the JavaScript of a program', () => {
  test('keeps its own variables apart from asyncio', () => {
    expect(compiled('import asyncio as aio\nasyncio = 5\nasync def f(asyncio): return asyncio')).toBe("import * as asyncio from 'asyncio-conformance/reference'\n\nconst asyncio_ = 5\n\nconst f = asyncio.coroutine(function* f(asyncio_) {\n  return asyncio_\n})\n")
  })

  test('reads like what a person would write', () => {
    expect(compiled(example)).toMatchInlineSnapshot(`
      "import * as asyncio from 'asyncio-conformance/reference'
      import { ValueError, log } from 'asyncio-conformance/python'

      const child = asyncio.coroutine(function* child(name, delay, fails) {
        yield* asyncio.sleep(delay)
        log(name, 'ends')
        if (fails) throw new ValueError(name)
      })

      const main = asyncio.coroutine(function* main() {
        try {
          yield* asyncio.gather(child('a', 3, false), child('b', 1, true))
        } catch (e) {
          if (!(e instanceof ValueError)) throw e
          log('caught', e)
        }
        yield* asyncio.sleep(5)
      })
      "
    `)
  })

  test('in async style is async functions', () => {
    expect(compiled(example, 'async')).toMatchInlineSnapshot(`
      "import * as asyncio from 'asyncio-conformance/reference'
      import { ValueError, log } from 'asyncio-conformance/python'

      async function child(name, delay, fails) {
        await asyncio.sleep(delay)
        log(name, 'ends')
        if (fails) throw new ValueError(name)
      }
      async function main() {
        try {
          await asyncio.gather(child('a', 3, false), child('b', 1, true))
        } catch (e) {
          if (!(e instanceof ValueError)) throw e
          log('caught', e)
        }
        await asyncio.sleep(5)
      }
      "
    `)
  })

  test('shows context managers, classes, loops over async generators', () => {
    expect(compiled(resources)).toMatchInlineSnapshot(`
      "import * as asyncio from 'asyncio-conformance/reference'
      import { asyncIterate, asyncMethods, enterAsync, log, range, shared, str } from 'asyncio-conformance/python'

      const worker = asyncio.coroutine(function* worker(queue, results, { limit = 2 } = {}) {
        const guard = yield* enterAsync(new asyncio.Semaphore(limit))
        try {
          const guard2 = yield* enterAsync(asyncio.timeout(10))
          try {
            const t = guard2.value
            while (!queue.empty()) {
              const job = yield* queue.get()
              results.push(\`\${str(job)} at \${str(t.when())}\`)
              queue.taskDone()
            }
          } catch (error3) {
            yield* guard2.failed(error3)
          } finally {
            yield* guard2.exit()
          }
        } catch (error2) {
          yield* guard.failed(error2)
        } finally {
          yield* guard.exit()
        }
      })

      class Resource {
        static count = 0
        constructor(name) {
          this.name = name
        }
        *__aenter__() {
          yield* asyncio.sleep(0.1)
          return this
        }
        *__aexit__(kind, error, trace) {
          log('leaves', this.name)
        }
        static {
          asyncMethods(asyncio.coroutine, this, '__aenter__', '__aexit__')
          shared(this, 'count')
        }
      }

      const numbers = asyncio.asyncGenerator(function* numbers(n) {
        for (const i of range(n)) {
          yield* asyncio.emit(i)
        }
      })

      const main = asyncio.coroutine(function* main() {
        const queue = new asyncio.Queue(3)
        const results = []
        yield* asyncio.wait([asyncio.createTask(worker(queue, results), { name: 'w' })], { timeout: 5 })
        const guard = yield* enterAsync(new Resource('r'))
        try {
          const r = guard.value
          for (const each = asyncIterate(numbers(3)); yield* each.next();) {
            const n = each.value
            results.push(n)
          }
        } catch (error2) {
          yield* guard.failed(error2)
        } finally {
          yield* guard.exit()
        }
        return yield* (function* () {
          const result = []
          for (const x of results) {
            result.push(yield* asyncio.sleep(0, x))
          }
          return result
        })()
      })
      "
    `)
  })
})

describe('main is run by the harness', () => {
  test.each([
    ['when the module leaves it alone', 'async def main(): pass', true],
    ['not when the module runs it', 'async def main(): pass\nasyncio.run(main())', false],
    ['not when it has parameters', 'async def main(x): pass', false],
    ['not when it is no coroutine function', 'def main(): pass', false],
    ['when only a function of the program calls run', 'def f(): asyncio.run(main())\nasync def main(): pass', true],
    ['not when the module names a runner', 'from asyncio import Runner\nasync def main(): pass', false],
  ])('%s', (_, source, runs) => {
    expect(compile(source).runsMain).toBe(runs)
  })
})

const nested = (open: string, depth: number, inner: string, close = ''): string => `${open.repeat(depth)}${inner}${close.repeat(depth)}`
const blocks = (depth: number): string => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}if 1:\n`).join('')

describe('what is nested deeply', () => {
  test('compiles as deeply as CPython, in no more time', () => {
    for (const source of [nested('(', 200, '1', ')'), nested('len(', 199, '[]', ')'), nested('not ', 400, 'x'), `${blocks(99)}${' '.repeat(99)}pass`]) expect(compile(source).imports).toBeDefined()
  })

  test.each([
    ['parentheses', `x = ${nested('(', 5000, '1', ')')}`, 'line 1, column 205: SyntaxError: too many nested parentheses'],
    ['brackets on lines', nested('[\n', 300, '1', ']'), 'line 201, column 1: SyntaxError: too many nested parentheses'],
    ['blocks', blocks(3000), 'line 101, column 1: IndentationError: too many levels of indentation'],
    ['operators that the parser cannot read', `x = 1\ny = ${nested('not ', 20_000, 'x')}`, 'line 2, column 1: nested too deeply to be compiled; give parts of it names, or lines, of their own'],
    ['operators that the compiler cannot', `x = 1\nf(${'x + '.repeat(20_000)}\nx)`, 'line 2, column 1: nested too deeply to be compiled; give parts of it names, or lines, of their own'],
  ])('%s beyond that are refused with their line', (_, source, message) => {
    expect(() => compile(source)).toThrow(expect.objectContaining({ name: 'CompileError', message }))
  })

  test('brackets in strings and comments are none', () => {
    const many = '('.repeat(300)
    expect(compile(`x = '${many}\\'${many}' "${many}"\ny = '${'a'.repeat(1_000_000)}'`).imports).toEqual(new Map())
    expect(compile(`x = '${many}' # ${many}\ny = """\n\\"""${many}"""`).imports).toEqual(new Map())
  })
})

describe('what is outside is refused with its place', () => {
  test.each([
    ['x = (', 'line 1, column 6: SyntaxError: Unexpected token in expression'],
    ['def f():\n    await x', "line 2, column 5: SyntaxError: 'await' outside async function"],
    ['await x', "line 1, column 1: SyntaxError: 'await' outside function"],
    ['async def f():\n    yield from x', "line 2, column 5: SyntaxError: 'yield from' inside async function"],
    ['async def f():\n    yield 1\n    return 2', "line 3, column 5: SyntaxError: 'return' with value in async generator"],
    ['def f():\n    async with x: pass', "line 2, column 5: SyntaxError: 'async with' outside async function"],
    ['return 1', "line 1, column 1: SyntaxError: 'return' outside function"],
    ['break', "line 1, column 1: SyntaxError: 'break' outside loop"],
    ['def f(a, a): pass', "line 1, column 10: SyntaxError: duplicate parameter 'a' in function definition"],
    ['def f(a): pass\nlog(f(a=1, a=2))', 'line 2, column 12: SyntaxError: keyword argument repeated: a'],
    ['f(b=1, a=2, **x, b=3)', 'line 1, column 18: SyntaxError: keyword argument repeated: b'],
    ["log('\uD800')", "line 1, column 6: SyntaxError: 'utf-8' codec can't encode character '\\ud800' in position 5: surrogates not allowed"],
    ["x = 1\nlog('\0')", 'line 2, column 6: SyntaxError: source code cannot contain null bytes'],
    ['def f():\n    nonlocal x', "line 2, column 5: SyntaxError: no binding for nonlocal 'x' found"],
    ["eval('1')", 'line 1, column 1: eval() is outside the subset; write the expression'],
    ['class C(A, B): pass', 'line 1, column 1: several base classes are outside the subset; inherit from one class'],
    ['x = 1j', 'line 1, column 5: complex numbers are outside the subset'],
    ['async def main():\n    asyncio.get_running_loop()._selector', 'line 2, column 5: _selector is outside the subset; log what the program itself knows'],
    ['async def main():\n    f = asyncio.Future()\n    f.__init__()', 'line 3, column 5: __init__() of an object that is there is outside the subset; make a new one'],
    ['class F(asyncio.Future):\n    def __init__(self): pass', 'line 2, column 5: __init__ without super().__init__() is outside the subset here; call it'],
  ])('%j', (source, message) => {
    expect(() => compile(source)).toThrow(expect.objectContaining({ name: 'CompileError', message }))
  })
})
