import threading
loop = asyncio.new_event_loop()
def run_loop():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    log('loop ended')
thread = threading.Thread(target=run_loop, daemon=True)
thread.start()
async def work(n):
    await asyncio.sleep(0.01 * n)
    return n
futures = [asyncio.run_coroutine_threadsafe(work(n), loop) for n in (3, 1, 2)]
log([f.result() for f in futures])
try:
    asyncio.run_coroutine_threadsafe(work(100), loop).result(timeout=0.02)
except TimeoutError as e:
    log('timeout', type(e).__name__)
loop.call_soon_threadsafe(loop.stop)
thread.join(timeout=5)
log(thread.is_alive())
