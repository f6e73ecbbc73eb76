# Note 2, common errors; the import and the function are ours.

import asyncio

async def coro():
    print('shit')

# create a coroutine object
coro = coro()
# got RuntimeError if you don't run it

# right thing to do
asyncio.run(coro)

# schedule coroutine to run independently as a task
task = asyncio.create_task(coro)
