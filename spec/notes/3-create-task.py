# Note 3, tasks; the import, the body of FuncA and main around the last two lines are ours.

import asyncio

async def FuncA():
    print('FuncA runs')

async def main():
    # Schedules the task, but does not immediately run it, it waits for event loop to give it control
    task = asyncio.create_task(FuncA())
    print('scheduled')
    await task

asyncio.run(main())
