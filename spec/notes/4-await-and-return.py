# Note 4, the first function of the example; the import, z and main are ours.

import asyncio

async def z(x):
    return x + 1

async def f(x):
    y = await z(x)  # OK - `await` and `return` allowed in coroutines
    return y

async def main():
    print(await f(1))

asyncio.run(main())
