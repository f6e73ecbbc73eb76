# Note 2, common errors; `import asyncio` is ours, and the last line stands in a main.

import asyncio

async def coro():
    print('shit')

# error attempt at calling  a coroutine like a function
coro()

# right thing to do
# run a coroutine
asyncio.run(coro())

async def main():
    # suspend the current coroutine and schedule the other coroutine using await
    await coro()

asyncio.run(main())
