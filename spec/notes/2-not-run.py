# Note 2, common errors; the import, the function and the del are ours, and the part after the first line is left out.

import asyncio

async def coro():
    print('shit')

# create a coroutine object
coro = coro()
# got RuntimeError if you don't run it
del coro
