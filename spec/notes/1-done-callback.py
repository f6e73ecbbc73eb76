# Note 1, a done callback that prints the exception; my_task, main and the sleep are ours.

import asyncio

async def my_task():
    raise ValueError('lost')

async def main():
    t = asyncio.create_task(my_task())
    t.add_done_callback(lambda t: print(t.exception()))  # surfaces uncaught exception
    await asyncio.sleep(1)

asyncio.run(main())
