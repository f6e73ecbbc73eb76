# Note 3, to_thread; the values of x and y and the last line are ours.

import asyncio

x, y = 1, 2

def A(x, y):
    pass

async def B():
    task1 = asyncio.create_task(asyncio.to_thread(A, x, y))
    result = await task1

asyncio.run(B())
