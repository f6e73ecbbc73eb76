# Note 2, 2.3, the second way to create a task; all but the middle of main is ours.

import asyncio

async def task_coroutine():
    print('execute the task')

async def main():
    # create and schedule a task
    task = asyncio.ensure_future(task_coroutine())
    print('created')
    await task

asyncio.run(main())
