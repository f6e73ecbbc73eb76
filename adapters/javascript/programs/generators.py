import asyncio


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            got = yield i
            if got is not None:
                log('got', got)
    finally:
        log('closed')


async def asking():
    try:
        answer = yield 'first'
        log('answer', answer)
        yield 'second'
    except ValueError as e:
        log('thrown in', e)
        yield 'after it'


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(1)
        return self.n


async def squares(xs):
    async for x in xs:
        yield x * x


async def main():
    async for x in numbers(2):
        log(x)
    else:
        log('exhausted')
    kept = numbers(4)
    async for x in kept:
        log(x)
        if x == 1:
            break
    log('left')
    async for x in kept:
        log('goes on', x)
    async for x in Countdown(2):
        log('down', x)
    log([x async for x in squares(numbers(3))])
    log({x: x + 1 async for x in numbers(3) if x != 1})
    log([x async for x in (y * 2 async for y in numbers(2))])
    a = asking()
    log(await a.__anext__(), await a.asend('yes'))
    log(await a.athrow(ValueError('v')))
    try:
        await a.__anext__()
    except StopAsyncIteration:
        log('at the end')
    b = numbers(3)
    log(await anext(b))
    await b.aclose()
    log(await anext(b, 'nothing left'))
    s = stubborn()
    await anext(s)
    try:
        await s.aclose()
    except RuntimeError as e:
        log(str(e))
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        log(str(e))
    log(type(a).__name__)
    async for key, (left, right) in pairs():
        log(key, left, right)


async def pairs():
    yield 'a', (1, 2)
    yield 'b', (3, 4)
