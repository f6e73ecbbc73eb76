import asyncio
from concurrent.futures import ThreadPoolExecutor


class Old(asyncio.Future):
    def cancel(self):
        return super().cancel()


class Late:
    def start(self):
        self.late = 1

    def stop(self):
        return self.late


class Called:
    def __call__(self, *args):
        log('called with', *args)


async def child():
    await asyncio.sleep(0)
    return 1


def plain(*args):
    return args


def two(a, b):
    return a, b


def wrong(call):
    try:
        log('ok', call())
    except Exception as e:
        log(type(e).__name__, str(e))


def functions():
    wrong(lambda: asyncio.sleep())
    wrong(lambda: asyncio.sleep(0, 1, 2))
    wrong(lambda: asyncio.sleep(0, nope=1))
    wrong(lambda: asyncio.sleep(0, delay=1))
    wrong(lambda: asyncio.wait_for(1))
    wrong(lambda: asyncio.wait([], 1))
    wrong(lambda: asyncio.timeout())
    wrong(lambda: asyncio.Queue(1, 2))
    wrong(lambda: asyncio.PriorityQueue(nope=1))
    wrong(lambda: asyncio.Barrier())
    wrong(lambda: asyncio.Task())
    wrong(lambda: asyncio.Future(1))
    wrong(lambda: asyncio.CancelledError(nope=1))
    wrong(lambda: asyncio.create_task())
    wrong(lambda: asyncio.create_task(None, nope=1))
    wrong(lambda: asyncio.get_running_loop(1))
    wrong(lambda: asyncio.current_task(1, 2))
    wrong(lambda: asyncio.future_add_to_awaited_by(1))
    for make in (asyncio.Lock, asyncio.Event, asyncio.Semaphore, asyncio.Queue, asyncio.iscoroutine):
        wrong(lambda: make(loop=None))


def methods(future, task, queue, lock, event, handle, loop, unknown):
    wrong(lambda: future.result(1))
    wrong(lambda: future.result(timeout=1))
    wrong(lambda: future.set_result())
    wrong(lambda: future.set_result(1, 2))
    wrong(lambda: future.set_result(result=1))
    wrong(lambda: future.cancel('m', 1))
    wrong(lambda: future.cancel(nope=1))
    wrong(lambda: future.add_done_callback(plain, None))
    wrong(lambda: future.exception(1))
    wrong(lambda: task.get_stack(1))
    wrong(lambda: task.set_name())
    wrong(lambda: task.uncancel(1))
    wrong(lambda: queue.put_nowait())
    wrong(lambda: queue.qsize(1))
    wrong(lambda: queue.shutdown(True, True))
    wrong(lambda: queue.shutdown(True, immediate=False))
    wrong(lambda: lock.release(1))
    wrong(lambda: event.is_set(1))
    wrong(lambda: handle.cancelled(1))
    wrong(lambda: loop.call_later(1))
    wrong(lambda: loop.call_soon(plain, nope=1))
    wrong(lambda: loop.run_in_executor())
    wrong(lambda: unknown.set_result())


def values(loop):
    for value in (None, 'soon', [], object(), child):
        wrong(lambda: asyncio.Semaphore(value))
        wrong(lambda: asyncio.Barrier(value))
        wrong(lambda: loop.call_later(value, plain))
        wrong(lambda: asyncio.Future(loop=value) is not None)
        wrong(lambda: asyncio.IncompleteReadError(value, 2) is not None)
        wrong(lambda: asyncio.set_event_loop(value))
    for value in ('soon', [], 5, child):
        wrong(lambda: asyncio.Condition(value))
        wrong(lambda: asyncio.timeout(value) is not None)
        wrong(lambda: loop.run_in_executor(value, plain))


async def awaited():
    for value in ('soon', [], child):
        for make in (lambda: asyncio.sleep(value), lambda: asyncio.wait_for(child(), value), lambda: asyncio.to_thread(value)):
            try:
                log(await make())
            except Exception as e:
                log(type(e).__name__, str(e))
    try:
        async with asyncio.timeout_at('soon'):
            log('inside')
    except TypeError as e:
        log(str(e))


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    future = loop.create_future()
    handle = loop.call_later(0, plain)
    functions()
    methods(future, task, asyncio.Queue(), asyncio.Lock(), asyncio.Event(), handle, loop, [future, task][0])
    values(loop)
    await awaited()
    old = Old()
    waiter = asyncio.create_task(asyncio.wait_for(old, None))
    await asyncio.sleep(0)
    wrong(lambda: waiter.cancel('m'))
    old.set_result(1)
    log(await waiter)
    wrong(lambda: Late().stop())
    for f in (two, lambda: 1, lambda a: a, Late().stop):
        wrong(lambda: f(1))
    log([f() for f in [lambda: x for x in range(3)]])
    event = asyncio.Event()
    future.add_done_callback(event.set)
    future.add_done_callback(two)
    future.add_done_callback('no function')
    future.set_result(1)
    loop.call_soon(Called(), 1, 2)
    await asyncio.sleep(0)
    loop.set_debug(True)
    made = loop.create_future()
    log('created at' in repr(made), made)
    pool = ThreadPoolExecutor(1)
    for call in (lambda: pool.submit(), lambda: pool.submit(fn=two), lambda: pool.shutdown(1, 2), lambda: pool.shutdown(what=2)):
        wrong(call)
