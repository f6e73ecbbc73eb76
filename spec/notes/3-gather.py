# Note 3, gather; the coroutines, the tasks and main are ours.

import asyncio

async def work(name, delay):
    await asyncio.sleep(delay)
    return name

async def main():
    coro1, coro2 = work('a', 2), work('b', 1)
    result = await asyncio.gather(coro1, coro2)
    print(result)
    task1, task2 = asyncio.create_task(work('c', 2)), asyncio.create_task(work('d', 1))
    result = await asyncio.gather(task1, task2)
    print(result)

asyncio.run(main())
