# Note 5, method 3; the import, fetch from the program before it, the prints and the call of run are ours.

import asyncio

async def fetch(id):
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    tasks = [asyncio.create_task(fetch(i)) for i in range(3)]

    # Wait for first one to complete
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), "done,", len(pending), "pending")
    
    # Or wait for all
    done, pending = await asyncio.wait(tasks)
    print(len(done), "done,", len(pending), "pending")

asyncio.run(main())
