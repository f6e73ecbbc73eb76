# Note 1, a coroutine object and a task; my_async_func, main and the prints are ours.

import asyncio

async def my_async_func():
    print('runs')

async def main():
    coro = my_async_func()        # ← Just a coroutine object
    task = asyncio.create_task(coro)  # ← Now it's scheduled to run
    print('scheduled')
    await task

asyncio.run(main())
