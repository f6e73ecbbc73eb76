# Note 5, tasks; the import, the print in fetch and the call of run are ours.

import asyncio

async def fetch(id):
    print("fetch starts")
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    # Create a task - starts running immediately
    task = asyncio.create_task(fetch(1))

    # Do other work while task runs in background
    print("Task is running...")

    # Wait for it to complete
    result = await task

asyncio.run(main())
