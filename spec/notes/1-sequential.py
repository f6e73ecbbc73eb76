# Note 1, two coroutines awaited one after the other: as it stands.

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
    await task1()
    await task2()

asyncio.run(main())
