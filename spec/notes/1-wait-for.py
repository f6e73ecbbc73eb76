# Note 1, wait_for; my_func, which takes 6 seconds, and main are ours.

import asyncio

async def my_func():
    await asyncio.sleep(6)

async def main():
    try:
        await asyncio.wait_for(my_func(), timeout=5)
    except asyncio.TimeoutError:
        print("Timed out!")

asyncio.run(main())
