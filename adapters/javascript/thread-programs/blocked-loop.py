import threading
async def main():
    lock = threading.Lock()
    lock.acquire()
    log(lock.acquire(blocking=False), lock.acquire(True, 0.01), lock.acquire(timeout=0.01))
    threading.Thread(target=lambda: (time.sleep(0.01), lock.release())).start()
    with lock:
        log('got it', lock.locked())
    log(lock.locked())
    try:
        async with asyncio.timeout(0.005):
            time.sleep(0.02)
            await asyncio.sleep(0)
            log('not yet')
            await asyncio.sleep(1)
    except TimeoutError:
        log('timeout')
    async def inner():
        time.sleep(0.001)
        return 'inner'
    log(await asyncio.gather(inner(), inner()))
    def callback():
        time.sleep(0.001)
        log('callback')
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0.01)
    def numbers():
        for n in range(2):
            time.sleep(0.001)
            yield n
    log(list(numbers()), [n for n in numbers()])
    async def agen():
        time.sleep(0.001)
        yield 1
        threading.Event().wait(0.001)
        yield 2
    log([n async for n in agen()])
