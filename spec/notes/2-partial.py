# Note 2, 2.2, run_in_executor with a partial; method, args and main are ours.

import asyncio
import functools

args = (1, 2)

def method(x, y):
    return x + y

async def main():
    loop = asyncio.get_running_loop()
    fn = functools.partial(method, *args)
    result = await loop.run_in_executor(None, fn)
    print(result)

asyncio.run(main())
