import threading, contextvars
var = contextvars.ContextVar('var', default='none')
def blocking(x):
    time.sleep(0.02)
    log('in', var.get(), x, threading.current_thread() is threading.main_thread())
    var.set('changed')
    if x == 2:
        raise ValueError(x)
    return x * 10
def outer(x):
    return blocking(x) + 1
async def main():
    var.set('main')
    log(await asyncio.to_thread(outer, 1))
    try:
        await asyncio.to_thread(outer, 2)
    except ValueError as e:
        log('caught', e)
    log(var.get())
    loop = asyncio.get_running_loop()
    log(await asyncio.gather(*[loop.run_in_executor(None, lambda n=n: (time.sleep(0.03 - n / 100), n)[1]) for n in range(3)]))
asyncio.run(main())
log('after')
