def gen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('got', got)
    finally:
        print('closed')
    return 'result'


def outer():
    r = yield from gen(2)
    print('r', r)
    yield 'last'


print(list(outer()))
g = gen(3)
print(next(g), g.send('hello'))
g.close()
g = gen(5)
for x in g:
    if x == 1:
        break
print('next', next(g))
try:
    g.throw(ValueError('thrown'))
except ValueError as e:
    print(e)
print(next(g, 'default'))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)

xs = [3, 1, 2]
print([x * 2 for x in xs if x > 1], {x % 2 for x in xs}, {x: str(x) for x in xs}, list(x for x in xs))
print([(a, b) for a in 'ab' for b in range(2) if (a, b) != ('a', 0)])
print(sum(x for x in xs), any(x > 2 for x in xs), all(x > 2 for x in xs), sorted((-x for x in xs)), max(x for x in xs))
print([[j for j in range(i)] for i in range(3)], [y for x in [[1], [2, 3]] for y in x])
print(dict(a=1, b=2), dict([('x', 1)]), {**{'a': 1}, 'b': 2}, [*xs, *'ab'], (*xs,), {*xs} == {1, 2, 3})
print(list(zip('ab', [1, 2])), list(map(lambda a: a + 1, xs)), list(enumerate('ab', start=1)), list(reversed(xs)))
d = {'a': 1, 'b': 2}
for k, v in d.items():
    print(k, v)
for k in d:
    print(k)
print(list(d), list(d.values()), 'a' in d, len(d), d == {'b': 2, 'a': 1})
print(xs[0], xs[-1], xs[1:], xs[::-1], 'hello'[1:3], xs[:2])
xs[1:2] = [7, 8]
del xs[0]
xs += [9]
xs.sort(key=lambda x: -x)
print(xs, xs.index(8), xs.pop(), xs.count(9))
name, width, value = 'n', 8, 3.14159
print(f'{name!r:>{width}}|{value:.2f}|{name:^5}|{{}}|{xs}|{value=:.1f}|{1 + 1}')
print('%s and %d, %r' % ('s', 4, 'r'), '{} {1}'.format(1, 2) if False else '{0} {k}'.format(1, k=2), 'a' 'b')
print('a,b'.split(','), '-'.join(str(x) for x in range(3)), 'Ab'.lower(), ' x '.strip(), 'abc'.startswith('ab'))
funcs = {'double': lambda x: x * 2}
print(funcs['double'](4), (lambda: 'called')())
n = 10
n //= 3
n **= 2
n %= 5
print(n, 7 / 2, 7 // 2, -7 // 2, 7 % -3, 2 ** 10, 1 << 3, 5 & 4, 5 | 2, 5 ^ 1, ~5)
first = second = 0
first += 1
print(first, second)
squares = (x * x for x in range(4))
print(next(squares), list(squares))
