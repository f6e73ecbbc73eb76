# Note 5, generators; the import, main, the prints and the call of run are ours.

import asyncio

# iterator
def gen():
  yield 1

g = gen()
print(next(g))  # you pull values out

# awaitable
async def coro():
  return 1

async def main():
    c = coro()
    print(await c)  # Event loop drives execution

asyncio.run(main())
