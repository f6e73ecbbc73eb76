# Note 5, creating coroutines, run; the import and the last line are ours, the await is left out.

import asyncio

async def fetch_data():
    return "data"

# This creates a coroutine OBJECT, doesn't execute anything
coro = fetch_data()  

result = asyncio.run(coro)  # From sync code
print(result)
