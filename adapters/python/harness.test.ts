import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { traceText } from '../../spec/trace.ts'
import type { Adapter } from '../adapter.ts'
import { defaultLimits } from '../adapter.ts'
import { findPythons } from '../machine.ts'
import { pyodideAdapter } from './pyodide-adapter.ts'
import { pythonAdapter } from './python-adapter.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const pythons = await findPythons()
const hosts: readonly (readonly [string, () => Promise<Adapter>])[] = [
  ['pyodide', pyodideAdapter],
  ...pythons.map(({ path, implementation, version }) => [`${implementation} ${version} at ${path}`, () => pythonAdapter({ command: path })] as const),
]

/** Programs with the trace they leave on every Python. */
const programs: readonly (readonly [title: string, source: string, trace: string])[] = [
  ['time jumps to the next timer, and whole times are ints', `
async def main():
    log(asyncio.get_running_loop().time(), time.monotonic())
    await asyncio.sleep(0.1 + 0.2)
    await asyncio.sleep(3600)
    time.sleep(0.5)
    log('late', 1.0, [2.5, 3.0], {'k': (4.0,)})`, `
0 0 0
3600.8 late 1 [2.5, 3] {'k': (4,)}
=> None`],
  ['a deadlock ends the program at once, without reports', `
async def main():
    asyncio.ensure_future(asyncio.sleep(1))
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        log('not in the trace')`, `
=> deadlock`],
  ['an endless loop of passes comes to the limit', `
async def main():
    log('a')
    while True:
        await asyncio.sleep(0)`, `
0 a
=> step limit`],
  ['a script drives asyncio itself', `
async def main():
    log('main', __name__)
for _ in range(2):
    asyncio.run(main())`, `
0 main __main__
0 main __main__
=> None`],
  ['a script that fails to drive it is not helped', `
async def main():
    log('main')
try:
    asyncio.run(main)
except (TypeError, ValueError):
    log('refused')`, `
0 refused
=> None`],
  ['what leaves main is the outcome', `
async def main():
    raise ValueError(1.0, 'b')`, `
=> raises ValueError(1, 'b')`],
  ['print is lines of the trace, however it is reached', `
import builtins, sys
async def main():
    print('a', 1.0, end='')
    print('b\\nc', sep='-')
    builtins.print('d')
    sys.stdout.write('e')
    log('f\\ng')`, `
0 a 1b
0 c
0 d
0 f\\ng
0 e
=> None`],
  ['addresses and places are cut, sets stand in order', `
def f(): pass
async def main():
    log(f, asyncio.current_task(), {'b', 'a'}, {3, 1.0, 20}, set(), frozenset([2.0]))`, `
0 <function f at 0x…> <Task pending name='Task-1' coro=<main() running> cb=[_run_until_complete_cb()]> {'a', 'b'} {1, 20, 3} set() frozenset({2})
=> None`],
  ['reports that depend on collection stand at the end, sorted', `
async def child(): raise KeyError('k')
async def main():
    asyncio.ensure_future(child())
    asyncio.get_running_loop().create_future().set_exception(ValueError('f'))
    child()
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)
    log('end')`, `
0 ! Exception in callback main.<locals>.<lambda>(): ZeroDivisionError('division by zero')
1 end
! Future exception was never retrieved: ValueError('f')
! RuntimeWarning: coroutine 'child' was never awaited
! Task exception was never retrieved: KeyError('k')
=> None`],
  ['a handler of the program gets them too', `
async def child(): raise KeyError('k')
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: log('handled', context['exception']))
    asyncio.ensure_future(child())
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)`, `
0 handled ZeroDivisionError('division by zero')
! handled KeyError('k')
=> None`],
  ['tasks count from one in each program, also those made without create_task', `
async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.ensure_future(asyncio.sleep(0)), asyncio.Task(asyncio.sleep(0)), loop.create_task(asyncio.sleep(0))]
    await asyncio.wait(tasks)
    log([task.get_name() for task in tasks])`, `
0 ['Task-2', 'Task-3', 'Task-4']
=> None`],
  ['what CPython iterates by address comes in order of creation', `
async def wait(i): await asyncio.sleep(1)
async def main():
    tasks = {asyncio.ensure_future(wait(i)): i for i in range(30)}
    done, _ = await asyncio.wait(set(tasks))
    log([tasks[task] for task in done] == list(range(30)), [tasks[task] for task in done | set()] == list(range(30)))
    futures = [asyncio.get_running_loop().create_future() for _ in range(30)]
    for i, future in enumerate(futures): future.set_result(i)
    log([await first for first in asyncio.as_completed(set(futures))] == list(range(30)))
    left = [asyncio.ensure_future(wait(i)) for i in range(30)]
    log(list(asyncio.all_tasks())[1:] == left)`, `
1 True True
1 True
1 True
=> None`],
  ['functions in executors take virtual time, as many at once as there are workers', `
import concurrent.futures
def work(name, seconds):
    log(name, 'starts')
    time.sleep(seconds)
    log(name, 'ends')
    return name
async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        log(await asyncio.gather(*[loop.run_in_executor(pool, work, *job) for job in (('a', 3), ('b', 1), ('c', 1.5), ('d', 0))]))`, `
0 a starts
0 b starts
1 b ends
1 c starts
2.5 c ends
2.5 d starts
2.5 d ends
3 a ends
3 ['a', 'b', 'c', 'd']
=> None`],
  ['a function in an executor has no loop and an empty context', `
variable = contextvars.ContextVar('variable', default='empty')
def work():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        log(error)
    return variable.get()
async def main():
    variable.set('set')
    log(await asyncio.get_running_loop().run_in_executor(None, work))`, `
0 RuntimeError('no running event loop')
0 empty
=> None`],
]

describe.each(hosts)('the harness on %s', (host, open) => {
  let adapter: Adapter
  beforeAll(async () => { adapter = await open() })
  afterAll(() => adapter.close())

  const run = async (source: string, limits = { ...defaultLimits, steps: 1000 }, clock: 'virtual' | 'real' = 'virtual') => {
    const answer = await adapter.run({ id: '', source, clock }, limits)
    return answer.kind === 'finished' ? traceText(answer.trace) : `${answer.fault}: ${answer.message}`
  }

  test.each(programs)('%s', async (_, source, trace) => {
    expect(await run(source)).toBe(trace.trimStart())
  })

  test('leaves nothing of a program to the next', async () => {
    const look = `
import builtins, gc, sys, time as imported, warnings
async def main():
    warnings.warn('seen', UserWarning)
    log(sorted(name for name in globals() if not name.startswith('__')), asyncio.current_task().get_name(), time.time(), imported is time)
    log(hasattr(asyncio, 'mine'), hasattr(builtins, 'mine'), hasattr(asyncio.Queue, 'mine'), asyncio.sleep.__module__, variable())
    log(sys.getrecursionlimit() == 77, asyncio.get_running_loop().get_debug(), type(asyncio.get_running_loop()).__name__)
def variable():
    return [value for value in contextvars.copy_context().values()]`
    const first = await run(look)
    expect(await run(`
import builtins, sys, warnings
asyncio.mine = builtins.mine = asyncio.Queue.mine = 1
asyncio.sleep = lambda delay: None
del asyncio.gather
time.time = lambda: 99
warnings.simplefilter('error')
contextvars.ContextVar('v').set(1)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
class Policy(type(asyncio.events._event_loop_policy)):
    def new_event_loop(self): raise ZeroDivisionError
asyncio.events._event_loop_policy = Policy()
sys.stdout = sys.stderr = None
sys.unraisablehook = warnings.showwarning = print
async def main():
    asyncio.get_running_loop().set_debug(True)
    await asyncio.get_running_loop().create_future()
try:
    loop.run_until_complete(main())
finally:
    sys.setrecursionlimit(500)`)).toBe('=> deadlock')
    expect(await run(look)).toBe(first)
  })

  test.skipIf(host === 'pyodide')('a program on the real clock has sockets, threads and time, and the next one none of it', async () => {
    const source = `
import concurrent.futures, threading
async def main():
    log(asyncio.get_running_loop().time() > 0, type(asyncio.get_running_loop()) is asyncio.SelectorEventLoop)
    async def upper(reader, writer):
        writer.write((await reader.read()).upper())
        writer.close()
    server = await asyncio.start_server(upper, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'text')
    writer.write_eof()
    log(await reader.read())
    writer.close()
    server.close()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        log(pool.submit(threading.current_thread).result() is threading.main_thread())
    asyncio.create_task(main.missing)`
    expect((await run(source, defaultLimits, 'real')).replaceAll(/^[\d.]+ /gm, '')).toBe("True True\nb'TEXT'\nFalse\n=> raises AttributeError(\"'function' object has no attribute 'missing'\")")
    expect(await run('async def main():\n    await asyncio.sleep(60)\n    log(type(asyncio.get_running_loop()) is asyncio.SelectorEventLoop)')).toBe('60 True\n=> None')
  })

  test('refuses what does not parse, with line and column', async () => {
    expect(await run('log(1)\nlog(2))')).toMatch(/^refused: line 2, column 7: unmatched '\)'$/)
  })

  test('stops a program that floods, and one that hangs, and goes on', async () => {
    expect(await run('while True: log("x" * 1000)')).toBe('flood: the trace is longer than 1000000 characters')
    expect(await run('while True: pass', { ...defaultLimits, seconds: 0.3 })).toBe('hang: ran longer than 0.3 s and was stopped')
    expect(await run('log("next")')).toBe('0 next\n=> None')
  })
})
