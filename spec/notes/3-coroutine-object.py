# Note 3, coroutines; the last line stands in a main.

import asyncio

async def A():
    pass

x = A()  # this will give us a coroutine object, and to execute the function we need to await that coroutine.

async def main():
    result = await x
    print(result)

asyncio.run(main())
