import threading
class Worker:
    def __init__(self, event):
        self.event = event
        self.seen = []
    async def go(self):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, lambda: (self.event.wait(), self.seen)[1])
async def main():
    event = threading.Event()
    worker = Worker(event)
    task = asyncio.create_task(worker.go())
    await asyncio.sleep(0.01)
    worker.seen.append(1)
    event.set()
    log(await task)
    log(event.wait(0.001), threading.Event().wait(0.001), threading.Event().wait(timeout=0))
    barrier = threading.Event()
    def late():
        time.sleep(0.02)
        barrier.set()
    threading.Thread(target=late).start()
    order = []
    asyncio.get_running_loop().call_later(0.001, order.append, 'callback')
    barrier.wait()
    order.append('waited')
    await asyncio.sleep(0.01)
    log(order)
