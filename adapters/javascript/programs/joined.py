import asyncio
from concurrent.futures import ThreadPoolExecutor, Future
pool = ThreadPoolExecutor(1)
def job():
    time.sleep(1)
    return 1
async def main():
    pool.submit(job).add_done_callback(lambda f: log(Future().result()))
    log('main')
