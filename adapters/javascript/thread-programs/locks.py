import threading
from concurrent.futures import ThreadPoolExecutor
lock = threading.Lock()
total = 0
def add(n):
    global total
    for _ in range(n):
        with lock:
            before = total
            time.sleep(0.001)
            total = before + 1
    return n
threads = [threading.Thread(target=add, args=(5,)) for _ in range(4)]
for t in threads: t.start()
[t.join() for t in threads]
log(total)
with ThreadPoolExecutor(max_workers=2) as pool:
    log(list(pool.map(add, [1, 2, 3])))
    f = pool.submit(add, 2)
    log(f.result())
log(total, lock.locked())
