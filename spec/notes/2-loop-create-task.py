# Note 2, 2.3, the third way to create a task; all but the middle of main is ours.

import asyncio

async def task_coroutine():
    print('execute the task')

async def main():
    # get the current event loop
    loop = asyncio.get_event_loop()
    # create and schedule the task
    task = loop.create_task(task_coroutine())
    print('created')
    await task

asyncio.run(main())
