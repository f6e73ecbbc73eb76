# Note 2, 3.5, "without exception() call": without it and the line that prints what it gave.

import asyncio


async def task_coroutine():
    print('> executing the task')
    await asyncio.sleep(1)
    raise Exception('Something went wrong')


async def main():
    print('main coroutine started')
    task = asyncio.create_task(task_coroutine())
    await asyncio.sleep(2)
    print('main coroutine done')

asyncio.run(main())
