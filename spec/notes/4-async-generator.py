# Note 4, the second function of the example; the import and main are ours.

import asyncio

async def g(x):
    yield x  # OK - this is an async generator

async def main():
    async for value in g(1):
        print(value)

asyncio.run(main())
