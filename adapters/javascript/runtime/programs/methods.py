def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


xs = [3, 1, 2]
xs.append(5)
xs.extend((4, 3))
xs.insert(0, 'x')
xs.insert(-1, 'y')
print(xs, xs.pop(), xs.pop(0), xs.index(2), xs.count(1), xs.copy())
xs.remove('y')
xs.sort()
print(xs, sorted(xs, reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (0, 'z'), (1, 'a')], key=lambda p: p[0], reverse=True))
xs.sort(key=lambda x: -x)
xs.reverse()
print(xs)
xs.clear()
show('pop empty', lambda: [].pop())
show('pop far', lambda: [1].pop(5))
show('remove', lambda: [].remove(1))
show('index', lambda: [].index(1))
show('tuple index', lambda: (1,).index(2))
show('sort mixed', lambda: sorted([1, 'a']))
print((1, 2, 1).count(1), (1, 2).index(2))

d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 9), list(d), list(d.keys()), list(d.values()), list(d.items()), d.pop('a'), d.pop('z', None), d)
d.update({'c': 3}, e=5)
d.update([('f', 6)])
print(d, d.setdefault('c', 0), d.setdefault('g', []), d.popitem(), d.copy() == d, 'c' in d.keys(), ('c', 3) in d.items(), 3 in d.values())
print(dict(a=1), dict([('x', 1)]), dict({'a': 1}, b=2), dict.fromkeys('ab', 0), dict(zip('ab', [1, 2])))
show('pop', lambda: {}.pop('k'))
show('popitem', lambda: {}.popitem())
show('bad pair', lambda: dict([(1, 2, 3)]))


def grow():
    e = {'a': 1}
    for k in e:
        e[k + 'x'] = 1


def grow_set():
    e = {1}
    for k in e:
        e.add(k + 1)


show('dict grows', grow)
show('set grows', grow_set)

s = {1, 2}
s.add(3)
s.discard(9)
s.remove(1)
print(s, s.union([5]), s.intersection({2}), s.difference({2}), s.issubset({2, 3, 4}), s.issuperset([2]), s.isdisjoint([9]), s.symmetric_difference({3, 4}))
s.update([7], [8])
s.difference_update({7})
s.intersection_update({2, 3, 8})
print(sorted(s), len(s), s.copy() == s)
show('set remove', lambda: s.remove(100))
show('set pop', lambda: set().pop())
print(len({(1, 2), (1, 2), (2, 1)}), frozenset([1]) == {1}, {frozenset([1]): 'f'}[frozenset([1])], hash((1, 2)) == hash((1, 2)))

t = 'Hello, World'
print(t.upper(), t.lower(), t.swapcase(), t.title(), 'abc def'.capitalize(), t.split(','), t.split(), 'a  b c'.split(None, 1), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), ' x '.strip(), 'xxaxx'.strip('x'), ' x '.lstrip(), ' x '.rstrip())
print(t.replace('l', 'L'), t.replace('l', 'L', 1), t.find('o'), t.rfind('o'), t.find('zz'), t.index('W'), t.count('l'), t.startswith('He'), t.endswith(('x', 'ld')), '-'.join(['a', 'b']), 'a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.partition('-'))
print('5'.zfill(3), '-5'.zfill(4), 'x'.ljust(3, '.'), 'x'.rjust(3), 'x'.center(4, '*'), 'xy'.center(5, '*'), 'a\nb\r\nc'.splitlines(), '12'.isdigit(), 'ab'.isalpha(), 'a1'.isalnum(), ' '.isspace(), 'A'.isupper(), 'a'.islower(), 'a b'.isidentifier())
print('prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'), 'é'.encode(), b'\xc3\xa9'.decode(), 'a\tb'.expandtabs(4), 'aXbX'.split('X'), ''.split(), ''.split(','))
show('join', lambda: ','.join([1]))
show('join int', lambda: ','.join(5))
show('empty separator', lambda: 'a'.split(''))
show('str index', lambda: 'a'.index('b'))
print((5).bit_length(), (2.5).is_integer(), b'ab'.hex())

show('attribute of int', lambda: (5).foo)
none = None
show('attribute of None', lambda: none.foo)
show('method of list', lambda: [].foo())
show('method of str', lambda: 'a'.foo)


class C:
    kind = 'c'

    def __init__(self):
        self.some_value = 1

    def get_it(self):
        return self.some_value


c = C()
show('attribute of C', lambda: c.nope)
show('attribute of class', lambda: C.nope)
print(getattr(c, 'some_value'), getattr(c, 'nope', 'default'), hasattr(c, 'some_value'), hasattr(c, 'nope'), getattr(c, 'get_it')(), c.kind, hasattr('a', 'upper'), hasattr([], 'upper'))
setattr(c, 'other_value', 2)
print(c.other_value, vars(c), c.__dict__ == vars(c))
delattr(c, 'other_value')
show('getattr', lambda: getattr(c, 'other_value'))
append = [].append
print(append(5), 'x'.upper(), callable(append), callable(5), callable(C))
call5 = 5
show('call int', lambda: call5())


def gen():
    got = yield 1
    print('got', got)
    try:
        yield 2
    except ValueError as e:
        print('caught', e)
    return 'done'


g = gen()
print(next(g), g.send('hello'))
try:
    g.throw(ValueError('v'))
except StopIteration as e:
    print('stopped', repr(e), e.value)
show('next', lambda: next(g))
print(next(iter([]), 'none'), next(iter([4])))
