import asyncio
def loud(name, f, *a):
    try: log(name, f(*a))
    except NameError as e: log(name, type(e).__name__, e)
def a(n):
    for i in range(n):
        x = i
    return i, x
def b(n):
    while n:
        y = n
        break
    else:
        y = 'else'
    return y
def c(n):
    try:
        z = 1 / n
    except ZeroDivisionError:
        pass
    finally:
        w = 'final'
    return w, z
def d(n):
    x = 1
    if n: del x
    def g(): return x
    loud('g', g)
    return x
def e(n):
    for i in range(n):
        try:
            if i: v += 1
            else: v = 1
        except NameError as err: log(err)
    return v
def f(n):
    match n:
        case 1: m = 'one'
        case 2 | 3 as m: pass
    return m
def g(n):
    try:
        raise ValueError(n)
    except ValueError as err:
        if n: log(err)
    return err
def h(n):
    with cm(n):
        q = 1 / n
    return q
class cm:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a): return True
def i(n):
    if n and (s := n + 1): pass
    return s
def j(n):
    for k in range(n):
        if k == 1:
            del t
        else: t = k
        loud('t', lambda: t)
    return t
def l(n):
    if n:
        def inner(): return 'inner'
    return inner()
def m(n):
    total = None
    if n:
        r = noop()
    return [total, r]
def noop(): pass
def o(n):
    xs = [p for p in range(n)]
    for p in xs: pass
    return p
def p(n):
    if n: s = 0
    s += 1
    return s
async def q(n):
    async with asyncio.timeout(1):
        r = n
    async with asyncio.TaskGroup() as tg:
        u = n
    while True:
        if n: w = 1
        break
    return r, u, w
def r(n):
    try:
        if n: return 'early'
        a = 1
    except ValueError: raise
    else: b = 2
    return a, b
def s(n):
    for x in [1, 2]:
        if n: continue
        y = x
    return y
def t(n):
    del n
    return n
for f_ in (a, b, c, d, e, f, g, h, i, j, l, m, o, p, r, s, t):
    for n in (0, 1, 2): loud(f_.__name__ + str(n), f_, n)
async def main():
    for n in (0, 1):
        try: log(await q(n))
        except NameError as e: log(e)
asyncio.run(main())
