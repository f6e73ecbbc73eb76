# Note 5, creating coroutines, awaited; the import and main are ours.

import asyncio

async def fetch_data():
    return "data"

async def main():
    # This creates a coroutine OBJECT, doesn't execute anything
    coro = fetch_data()  

    # Must await it or schedule it to actually run
    result = await coro  # Inside another async function
    print(result)

asyncio.run(main())
