# Note 2, 2.2: as it stands.

import asyncio


async def custom_coro():
    return 2+2


async def main():
    # await for custom coroutine
    result = await custom_coro()
    print(result)

m = main()

# start the coroutine program
asyncio.run(m)

# 4
