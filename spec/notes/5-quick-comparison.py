# Note 5, quick comparison: as it stands.

# Threading
import threading
import time

def task(n):
    time.sleep(1)  # Blocking call is fine
    return n * 2

threads = [threading.Thread(target=task, args=(i,)) for i in range(5)]
for t in threads: t.start()
for t in threads: t.join()

# Asyncio
import asyncio

async def task(n):
    await asyncio.sleep(1)  # Must use async version
    return n * 2

asyncio.run(asyncio.gather(*[task(i) for i in range(5)]))
