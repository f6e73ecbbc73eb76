# Note 5, method 2; the import, fetch from the program before it, the print and the call of run are ours.

import asyncio

async def fetch(id):
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    task1 = asyncio.create_task(fetch(1))
    task2 = asyncio.create_task(fetch(2))
    task3 = asyncio.create_task(fetch(3))

    # All three are now running concurrently

    result1 = await task1
    result2 = await task2
    result3 = await task3
    print(result1, result2, result3, sep=", ")

asyncio.run(main())
