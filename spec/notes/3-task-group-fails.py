# Note 3, TaskGroup, with a coroutine that fails; all but the block is ours.

import asyncio

async def work(name, delay, fails):
    try:
        await asyncio.sleep(delay)
    finally:
        print(name, 'ends')
    if fails:
        raise ValueError(name)
    return name

coro1, coro2 = work('a', 2, False), work('b', 1, True)

async def main():
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(coro1)
        t2 = tg.create_task(coro2)

asyncio.run(main())
