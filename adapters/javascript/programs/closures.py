import asyncio
import functools


def counter(start):
    count = start

    async def tick(by=1, *, label='tick'):
        nonlocal count
        await asyncio.sleep(1)
        count += by
        log(label, count)
        return count

    return tick


def logged(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        log('calls', f.__name__)
        result = await f(*args, **kwargs)
        log('called', f.__name__)
        return result
    return wrapper


@logged
async def add(a, b, *, times=1):
    await asyncio.sleep(1)
    return (a + b) * times


class Account:
    opened = 0

    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    @classmethod
    async def open(cls, owner):
        await asyncio.sleep(1)
        cls.opened += 1
        return cls(owner)

    @staticmethod
    async def fee(amount):
        await asyncio.sleep(1)
        return amount / 10

    async def pay(self, amount):
        fee = await self.fee(amount)
        self.balance += amount - fee
        return self.balance

    async def history(self):
        for name in ('opened', 'paid'):
            await asyncio.sleep(1)
            yield self.owner, name


class Savings(Account):
    async def pay(self, amount):
        log('saves', amount)
        return await super().pay(amount * 2)


async def main():
    tick = counter(10)
    await tick()
    await tick(5, label='tock')
    log(await add(1, 2, times=3))
    account = await Savings.open('ann')
    log(account.owner, Account.opened, Savings.opened)
    log(await account.pay(10))
    log([entry async for entry in account.history()])
    makers = [lambda n=n: asyncio.sleep(1, n) for n in range(3)]
    log(await asyncio.gather(*[make() for make in makers]))
    queue = asyncio.Queue()

    async def producer():
        for n in range(3):
            await asyncio.sleep(1)
            await queue.put(n)
        await queue.put(None)

    async def consumer():
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
        return got

    _, got = await asyncio.gather(producer(), consumer())
    log(got)
    event = asyncio.Event()

    async def waiter(name):
        await event.wait()
        log(name, 'saw it')

    waiting = asyncio.gather(waiter('p'), waiter('q'))
    await asyncio.sleep(1)
    event.set()
    await waiting
    match await asyncio.sleep(1, {'kind': 'pair', 'of': [1, 2]}):
        case {'kind': 'pair', 'of': [a, b]}:
            log(a, b)
    n = 0
    while await tick() < 18:
        n += 1
    assert await asyncio.sleep(0, True)
    log(f'{n} times, {await asyncio.sleep(0, "formatted")!r}')
