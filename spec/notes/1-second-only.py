# Note 1, only the second of two equal tasks is awaited: the note's main in place of the first program's.

import asyncio

async def task1():
    print("Task 1 started")
    await asyncio.sleep(2)
    print("Task 1 done")

async def task2():
    print("Task 2 started")
    await asyncio.sleep(2)
    print("Task 2 done")
async def main():
    asyncio.create_task(task1())  # NOT awaited
    await task2()                 # Only await t2

asyncio.run(main())
