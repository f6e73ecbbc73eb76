# Note 5, quick comparison, its second half: as it stands.

# Asyncio
import asyncio

async def task(n):
    await asyncio.sleep(1)  # Must use async version
    return n * 2

asyncio.run(asyncio.gather(*[task(i) for i in range(5)]))
