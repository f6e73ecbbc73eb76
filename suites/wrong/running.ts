import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongRunning: readonly WrongImplementation[] = [
  {
    name: 'run-forgets-the-rest',
    mistake: 'run does not cancel the tasks that are left',
    patch: `
asyncio.runners._cancel_all_tasks = lambda loop: None
`,
    breaks: ['run.leftover-cancelled', 'run.leftover-when-main-fails'],
  },
  {
    name: 'run-clears-up-unconcerned',
    mistake: 'run has done with the failure of main before it clears up',
    patch: `
def run(main, **options):
    runner = asyncio.Runner(**options)
    failure = result = None
    try:
        result = runner.run(main)
    except BaseException as error:
        failure = error
    runner.close()
    if failure is not None:
        raise failure
    return result
asyncio.run = run
`,
    breaks: ['run.leftover-context'],
  },
  {
    name: 'exceptions-get-lost',
    mistake: 'the exception handler is never called',
    patch: `
asyncio.BaseEventLoop.call_exception_handler = lambda loop, context: None
`,
    breaks: ['loop.exception-handler.callback', 'loop.exception-handler.arguments'],
  },
  {
    name: 'threads-block-the-loop',
    mistake: 'to_thread and run_in_executor call the function in the thread of the loop',
    patch: `
def run_in_executor(loop, executor, function, *args):
    future = loop.create_future()
    try:
        future.set_result(function(*args))
    except Exception as error:
        future.set_exception(error)
    return future
asyncio.BaseEventLoop.run_in_executor = run_in_executor
`,
    breaks: ['executor.loop-runs-on', 'executor.concurrent'],
  },
  {
    name: 'stops-are-results',
    mistake: 'run_coroutine_threadsafe gives its future whatever keeps a task from being made',
    patch: `
import concurrent.futures
def run_coroutine_threadsafe(coro, loop):
    future = concurrent.futures.Future()
    def callback():
        try:
            asyncio.futures._chain_future(asyncio.ensure_future(coro, loop=loop), future)
        except BaseException as error:
            future.set_exception(error)
            raise
    loop.call_soon_threadsafe(callback)
    return future
asyncio.run_coroutine_threadsafe = run_coroutine_threadsafe
`,
    breaks: ['executor.threadsafe-coroutine.stops'],
  },
  {
    name: 'threads-have-the-loop',
    mistake: 'a thread of an executor has the loop that called it for its own',
    patch: `
run = asyncio.BaseEventLoop.run_in_executor
def run_in_executor(loop, executor, function, *args):
    def within(*args):
        asyncio.set_event_loop(loop)
        return function(*args)
    return run(loop, executor, within, *args)
asyncio.BaseEventLoop.run_in_executor = run_in_executor
`,
    breaks: ['executor.no-current-loop'],
  },
]
