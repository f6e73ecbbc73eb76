# Note 2, common errors: as it stands, which does not parse.

async def coro():
    print('shit')

# error attempt at calling  a coroutine like a function
coro()

# right thing to do
# run a coroutine
asyncio.run(coro())

# suspend the current coroutine and schedule the other coroutine using await
await coro()
