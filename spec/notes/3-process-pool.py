# Note 3, ProcessPoolExecutor; the values of x and y and the last two lines are ours.

import asyncio
from concurrent.futures import ProcessPoolExecutor

x, y = 1, 2

def A(x, y):
    pass

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as exect:
        task1 = loop.run_in_executor(exect, A, x, y)
        result = await task1

if __name__ == '__main__':
    asyncio.run(main())
