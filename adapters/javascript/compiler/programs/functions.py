def plain(a, b=2, *args, c, d=4, **kw):
    return (a, b, args, c, d, sorted(kw.items()))


print(plain(1, c=3), plain(1, 5, 6, 7, c=8, e=9), plain(b=1, a=0, c=2))


def only(x, /, y, *, z=0):
    return x * 100 + y * 10 + z


print(only(1, 2), only(1, y=2, z=3))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: only(x=1, y=2))
attempt(lambda: only(1))
attempt(lambda: only(1, 2, 3))
attempt(lambda: plain(1))
attempt(lambda: plain())
attempt(lambda: plain(1, c=1, a=2))
attempt(lambda: undefined_name)
attempt(lambda: 1 + 'a')
attempt(lambda: None.x)
attempt(lambda: len(3))

values = [1, 2, 3]
options = {'c': 1, 'z': 2}
print(plain(*values, **options))
print(plain(*values, 4, c=5))


def mutable(x, seen=[]):
    seen.append(x)
    return seen


print(mutable(1), mutable(2))


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


a, b = counter(), counter()
print(a(), a(5), b())

late = []
for i in range(3):
    late.append(lambda: i)
early = []
for i in range(3):
    early.append(lambda i=i: i)
print([f() for f in late], [f() for f in early])

total = 0


def add_to_total(x):
    global total
    total += x


add_to_total(3)
add_to_total(4)
print(total)


def forward(f, *args, **kwargs):
    return f(*args, **kwargs)


print(forward(plain, 1, 2, 3, c=4, q=5), forward(only, 1, 2, z=9), forward(print, 'x', 'y', sep='-'))


def decorate(prefix):
    def decorator(f):
        def wrapper(*args, **kwargs):
            return prefix + str(f(*args, **kwargs))
        return wrapper
    return decorator


@decorate('<')
def decorated(a, b=1):
    return a + b


print(decorated(1), decorated(1, b=5))


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


print(fact(10))


def shadow():
    list = 'own'
    await_ = 1
    new = 2
    this = 3
    return list, await_, new, this


print(shadow())
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, m=4))


def unbound():
    local = local + 1
    return local


attempt(unbound)
try:
    never = never()
except NameError as e:
    print(e)


def growing():
    xs = []
    seen = set()
    print(xs.append(1) or 'append gives None', [xs.append(i) for i in range(2)], xs)
    print((lambda: xs.append(4))(), (lambda: seen.add(5))(), xs, seen)


growing()
