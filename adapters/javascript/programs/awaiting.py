import asyncio


class Reply:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return asyncio.sleep(1, self.value).__await__()


async def child(name, delay, result=None):
    await asyncio.sleep(delay)
    log(name, 'ends')
    return result


async def failing():
    await asyncio.sleep(1)
    raise KeyError('k')


def plain(x):
    return child('plain', 1, x)


async def main():
    log(await asyncio.sleep(1, 'slept'))
    log(await child('one', 1, 1))
    log(await plain(2))
    coro = child('later', 1)
    log(await coro)
    log(await asyncio.gather(child('b', 2, 'B'), child('a', 1, 'A')))
    log(await asyncio.gather(failing(), child('c', 2, 'C'), return_exceptions=True))
    try:
        await asyncio.gather(failing(), child('d', 2))
    except KeyError as e:
        log('caught', e, e.args)
    await asyncio.sleep(2)
    task = asyncio.create_task(child('task', 1, [1, 2]))
    first, second = await task
    log(first, second, await task)
    log(await Reply('replied'))
    for wrong in (None, 5, 'text', [child]):
        try:
            await wrong
        except TypeError as e:
            log(str(e))
    future = asyncio.Future()
    setter = asyncio.create_task(set_later(future))
    log(await future)
    await setter
    x = await child('x', 1, 3) + await child('y', 1, 4)
    y = (await child('z', 1, False)) or 'otherwise'
    log(x, y, [await child('in a list', 1, n) for n in range(2)], {n: await child('in a dict', 1, n) for n in range(2)})
    return 'end'


async def set_later(future):
    await asyncio.sleep(1)
    future.set_result('set')
