import asyncio, time
async def w(): pass
def hand(name, f):
    try: log(name, f())
    except BaseException as e: log(name, e)
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(**{'delay': 1})
    await asyncio.sleep(*[1], **{'result': 5})
    log(await asyncio.wait_for(**{'fut': asyncio.sleep(1, 'r'), 'timeout': 5}))
    log(await asyncio.gather(*[asyncio.sleep(1, i) for i in range(2)], **{'return_exceptions': True}))
    opts = {'name': 'n'}
    t = asyncio.create_task(w(), **opts)
    log(t.get_name()); await t
    t = loop.create_task(**{'coro': w(), 'name': 'x'}); log(t.get_name()); await t
    q = asyncio.Queue(**{'maxsize': 2}); log(q.maxsize)
    s = asyncio.Semaphore(**{'value': 3}); log(s)
    q.put_nowait(**{'item': 3}); log(q.get_nowait())
    await q.put(**{'item': 3}); log(await q.get(**{}))
    import functools
    f = functools.partial(asyncio.sleep, delay=1, result=3); log(await f())
    f = functools.partial(asyncio.sleep, result=3); log(await f(1))
    hand('a', lambda: asyncio.Queue(**{'maxsize': 2, 'foo': 3}))
    hand('b', lambda: q.put_nowait(**{'itm': 3}))
    async with asyncio.timeout(**{'delay': 5}) as t: log(t)
    log(b'%d' % 5, b'%s|%b' % (b'x', b'y'), b'%x' % 255, b'%5d|' % 3)
    hand('c', lambda: b'%s' % 5)
    h = loop.call_later(**{'delay': 1, 'callback': log}); 
    await asyncio.sleep(2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(**{'coro': w(), 'name': 'z'})
    def own(a, b=2, *c, d=4, **e): return (a, b, c, d, e)
    log(own(**{'a': 1, 'd': 3, 'z': 5}))
    e = asyncio.Event(); e.set()
    log(await asyncio.wait([asyncio.create_task(w())], **{'timeout': 3}))
    fut = loop.create_future()
    fut.set_result(**{'result': 3}) if False else None
    hand('d', lambda: fut.set_result(**{'result': 3}))
    fut.cancel(**{'msg': 'm'})
    try: await fut
    except asyncio.CancelledError as ex: log(ex.args)
    kw = {'func': lambda: 5, 'executor': None}
    log(await loop.run_in_executor(**kw))
    log(await asyncio.to_thread(**{'func': lambda a: a, 'a': 3}) if False else 1)
asyncio.run(main())
