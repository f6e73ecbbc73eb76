import asyncio
import contextlib


class Guard:
    def __init__(self, name, takes=()):
        self.name = name
        self.takes = takes

    async def __aenter__(self):
        await asyncio.sleep(1)
        log(self.name, 'entered')
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)
        log(self.name, 'left', error)
        return isinstance(error, self.takes) if self.takes else False


@contextlib.asynccontextmanager
async def opened(name):
    log(name, 'opens')
    await asyncio.sleep(1)
    try:
        yield name.upper()
    except ValueError as e:
        log(name, 'saw', e)
        raise
    finally:
        await asyncio.sleep(1)
        log(name, 'closes')


async def early():
    async with Guard('early'):
        return 'returned'


async def cleaned(fails):
    try:
        await asyncio.sleep(1)
        if fails:
            raise ValueError('v')
        return 'fine'
    except ValueError as e:
        log('except', e)
        return 'handled'
    else:
        log('never')
    finally:
        await asyncio.sleep(1)
        log('finally')


async def replaced():
    try:
        raise KeyError('first')
    finally:
        await asyncio.sleep(1)
        raise ValueError('second')


async def worker(lock, name):
    async with lock:
        log(name, 'holds')
        await asyncio.sleep(1)


async def main():
    async with Guard('a') as a, Guard('b', ValueError):
        log('body', a.name)
        raise ValueError('taken by b')
    log('goes on')
    try:
        async with Guard('c', KeyError):
            raise ValueError('not taken')
    except ValueError as e:
        log('caught', e)
    log(await early())
    async with opened('file') as file:
        log(file)
    try:
        async with opened('other'):
            raise ValueError('inside')
    except ValueError as e:
        log('caught', e)
    for i in range(3):
        async with Guard('loop'):
            if i == 1:
                break
            continue
    log(await cleaned(False), await cleaned(True))
    try:
        await replaced()
    except ValueError as e:
        log(e, e.__context__)
    try:
        async with 5:
            pass
    except TypeError as e:
        log(str(e))
    async with contextlib.AsyncExitStack() as stack:
        for name in ('x', 'y'):
            await stack.enter_async_context(Guard(name))
        log('both')
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock, name) for name in ('first', 'second')])
    log(lock.locked())
