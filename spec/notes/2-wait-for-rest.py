# Note 2, common errors; the import, child, main and its first and last line are ours.

import asyncio

async def child(name, delay):
    await asyncio.sleep(delay)
    print(name, 'ends')

async def main():
    children = [asyncio.create_task(child('a', 2)), asyncio.create_task(child('b', 1))]
    all_tasks = asyncio.all_tasks()
    # get the current task
    current_task = asyncio.current_task()
    # remove the current task from the list of all tasks
    all_tasks.remove(current_task)
    # suspend until all tasks are completed
    await asyncio.wait(all_tasks)
    print('main ends')

asyncio.run(main())
