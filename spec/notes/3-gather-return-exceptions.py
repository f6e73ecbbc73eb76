# Note 3, gather with return_exceptions=True beside one without; the tasks and main are ours.

import asyncio

async def work(name, delay, fails):
    await asyncio.sleep(delay)
    print(name, 'ends')
    if fails:
        raise ValueError(name)
    return name

async def main():
    task1, task2 = asyncio.create_task(work('a', 2, False)), asyncio.create_task(work('b', 1, True))
    try:
        result = await asyncio.gather(task1, task2)
    except ValueError as e:
        print('raised', e)
    result = await asyncio.gather(task1, task2, return_exceptions=True)
    print(repr(result))

asyncio.run(main())
