def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


xs, t, s, d = [0, 1, 2, 3, 4], (0, 1, 2), 'héllo😀', {'a': 1, (1, 2): 'tuple', None: 'none'}
print(xs[0], xs[-1], xs[1:3], xs[::-1], xs[-2:], xs[:2], xs[::2], xs[10:], xs[-100:2], xs[3:1], xs[4:0:-2])
print(t[1:], t[::-1], s[0], s[1], s[-1], s[1:3], s[::-1], len(s), list(s))
print(d['a'], d[(1, 2)], d[None], range(10)[3], range(10)[2:8:2], range(5)[-1], b'abc'[0], b'abc'[1:])
show('list', lambda: xs[5])
show('tuple', lambda: t[5])
show('str', lambda: s[50])
show('range', lambda: range(2)[2])
show('dict', lambda: d['x'])
show('dict tuple', lambda: d[(9, 9)])
show('list[str]', lambda: xs['a'])
show('tuple[str]', lambda: t['a'])
show('str[str]', lambda: s['a'])
n, none = 5, None
show('int', lambda: n[0])
show('none', lambda: none[0])
show('zero step', lambda: xs[::0])
show('unhashable', lambda: d[[]])
show('unhashable set', lambda: {(1, 2), [3]})
xs[0] = 'zero'
xs[-1] = 'last'
print(xs)
xs[1:3] = ['x', 'y', 'z']
print(xs)
xs[::2] = [9, 9, 9]
print(xs)
del xs[0]
del xs[1:3]
print(xs)
del d['a']
d[(1, 2)] = 'again'
d[1] = 'one'
print(d, (1, 2) in d, 'a' in d, len(d))


def fail(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


def set_out():
    xs[50] = 1


def set_tuple():
    t[0] = 1


def set_int():
    n[0] = 1


def del_out():
    del xs[50]


def del_key():
    del d['zz']


def del_tuple():
    del t[0]


def extended():
    xs[::2] = [1, 2, 3, 4, 5]


for f in [set_out, set_tuple, set_int, del_out, del_key, del_tuple, extended]:
    fail(f)
d['n'] = 1
d['n'] += 4
xs.append(1)
xs[-1] += 1
print(d['n'], xs)
a, b = (1, 2)
a, *b = [1, 2, 3]
*a, b = 'xyz'
(a, b), c = (1, 2), 3
print(a, b, c)


def unpack2(x):
    p, q = x
    return p, q


def unpack_star(x):
    p, *q, r = x
    return p, q, r


show('few', lambda: unpack2([1]))
show('many', lambda: unpack2([1, 2, 3]))
show('many gen', lambda: unpack2(i for i in range(5)))
show('int', lambda: unpack2(5))
show('none', lambda: unpack2(None))
show('star few', lambda: unpack_star([1]))
show('star', lambda: unpack_star(range(4)))
show('str', lambda: unpack2('ab'))
show('dict', lambda: unpack2({'k': 1, 'l': 2}))
