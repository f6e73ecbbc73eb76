# Note 5, basic usage: as it stands.

import asyncio

async def fetch_data(id):
    await asyncio.sleep(1)  # Simulates I/O
    return f"Data {id}"

async def main():
    # Sequential - takes 3 seconds
    result1 = await fetch_data(1)
    result2 = await fetch_data(2)
    result3 = await fetch_data(3)

    # Concurrent - takes 1 second
    results = await asyncio.gather(
        fetch_data(1),
        fetch_data(2),
        fetch_data(3)
    )

asyncio.run(main())
