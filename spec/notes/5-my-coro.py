# Note 5, creating coroutines; the import and the last line are ours.

import asyncio

async def my_coro():
  return "result"

print(asyncio.run(my_coro()))
