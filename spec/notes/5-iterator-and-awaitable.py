# Note 5, generators: as it stands, which does not parse on its own.

# iterator
def gen():
  yield 1

g = gen()
next(g)  # you pull values out

# awaitable
async def coro():
  return 1

c = coro()
await c  # Event loop drives execution
