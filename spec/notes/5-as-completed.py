# Note 5, method 4; the import, fetch from the program before it and the call of run are ours.

import asyncio

async def fetch(id):
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    coros = [fetch(i) for i in range(3)]

    for coro in asyncio.as_completed(coros):
        result = await coro
        print(f"Got {result}")  # Prints in completion order, not submission order

asyncio.run(main())
