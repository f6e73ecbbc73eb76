# Note 1, two tasks with time.sleep in place of asyncio.sleep, as the note says; `import time` is ours.

import asyncio
import time

async def task1():
    print("Task 1 started")
    time.sleep(2)
    print("Task 1 done")

async def task2():
    print("Task 2 started")
    time.sleep(2)
    print("Task 2 done")
async def main():
    t1 = asyncio.create_task(task1())
    t2 = asyncio.create_task(task2())
    await t1
    await t2

asyncio.run(main())
