# Note 4, measuring; the import, main and the sleep are ours, and the minus is one.

import asyncio
import time

async def main():
    start = time.perf_counter()
    await asyncio.sleep(2)
    end = time.perf_counter() - start

    print(f"Program finished in {end:0.2f} seconds.")

asyncio.run(main())
