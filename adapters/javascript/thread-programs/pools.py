import threading
from concurrent.futures import ThreadPoolExecutor
names = []
def prepare(text):
    time.sleep(0.001)
    names.append(text)
def work(n):
    time.sleep(0.02)
    return n, len(names)
with ThreadPoolExecutor(max_workers=2, initializer=prepare, initargs=('ready',)) as pool:
    log([f.result()[0] for f in [pool.submit(work, n) for n in range(3)]], names)
def bad():
    raise ValueError('no')
pool = ThreadPoolExecutor(max_workers=1, initializer=bad)
future = pool.submit(work, 1)
try:
    future.result()
except RuntimeError as e:
    log(type(e).__name__, e)
try:
    pool.submit(work, 1)
except RuntimeError as e:
    log(type(e).__name__, e)
def shout():
    for n in range(3):
        log('shout', n)
        time.sleep(0.002)
t = threading.Thread(target=shout, name='shouter')
log(t.name, threading.current_thread().name)
t.start()
class Job(threading.Thread):
    def __init__(self, n):
        super().__init__(name='job')
        self.n = n
    def run(self):
        log('job', self.n, threading.current_thread() is self)
j = Job(3)
t.join()
j.start()
j.join()
