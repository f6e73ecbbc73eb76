# Note 5, task methods, without the call of cancel; the import, fetch and main are ours.

import asyncio

async def fetch(id):
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    task = asyncio.create_task(fetch(1))

    task.done()            # Check if finished
    task.cancelled()       # Check if cancelled
    task.result()          # Get result (blocks if not done)
    task.exception()       # Get exception if failed

asyncio.run(main())
