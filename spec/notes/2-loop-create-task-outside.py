# Note 2, 2.3, the same outside of any loop; task_coroutine is ours.

import asyncio

async def task_coroutine():
    print('execute the task')

# get the current event loop
loop = asyncio.get_event_loop()
# create and schedule the task
task = loop.create_task(task_coroutine())
