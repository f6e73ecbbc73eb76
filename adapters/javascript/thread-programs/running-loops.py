import threading
from asyncio import run

class Base:
    def __init__(self, n):
        self.n = n

    async def job(self, i):
        await asyncio.sleep(0.001)
        return i + self.n

    def start(self, extra=1, *, more=0):
        return [asyncio.run(self.job(i)) for i in range(2)], extra, more

class App(Base):
    def all(self):
        with asyncio.Runner() as runner:
            a = runner.run(self.job(10))
        loop = asyncio.new_event_loop()
        try:
            b = loop.run_until_complete(self.job(20))
        finally:
            loop.close()
        try:
            runner.get_loop()
        except RuntimeError as e:
            log(e)
        return a, b, self.start(2, more=3)

    def waits(self):
        done = threading.Event()
        thread = threading.Thread(target=self.work, args=(done,))
        thread.start()
        done.wait()
        thread.join()

    def work(self, done):
        time.sleep(0.01)
        log('work')
        done.set()

app = App(5)
log(app.start(), app.start(7))
log(app.all())
app.waits()
log(run(app.job(1), debug=True))
start = lambda i: asyncio.run(app.job(i))
log(start(3), [start(i) for i in range(2)])
