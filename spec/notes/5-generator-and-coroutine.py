# Note 5, generators; the import and the call of run are ours.

import asyncio

# Generator - suspends at yield
def gen():
    print("Start")
    yield 1
    print("Middle")
    yield 2
    print("End")

g = gen()
next(g)  # Prints "Start", returns 1
next(g)  # Prints "Middle", returns 2

# Coroutine - suspends at await
async def coro():
    print("Start")
    await asyncio.sleep(0)
    print("Middle")
    await asyncio.sleep(0)
    print("End")

asyncio.run(coro())
