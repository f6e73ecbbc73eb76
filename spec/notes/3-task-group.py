# Note 3, TaskGroup; the import, the coroutines and the last two lines are ours.

import asyncio

async def work(name, delay):
    await asyncio.sleep(delay)
    return name

coro1, coro2 = work('a', 2), work('b', 1)

async def main():
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(coro1)
        t2 = tg.create_task(coro2)
    print(t1.result(), t2.result())

asyncio.run(main())
