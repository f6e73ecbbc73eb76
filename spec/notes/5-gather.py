# Note 5, method 1; the import, fetch from the program before it, the print and the call of run are ours.

import asyncio

async def fetch(id):
    await asyncio.sleep(1)
    return f"Result {id}"

async def main():
    results = await asyncio.gather(
        fetch(1),
        fetch(2),
        fetch(3)
    )
    # results = ["Result 1", "Result 2", "Result 3"]
    print(repr(results))

asyncio.run(main())
