import collections

print(repr('a'), repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('tab\t nl\n back\\ nul\0 del\x7f nbsp\xa0 é 日 😀 \u200b'))
print(repr(b'ab\x00\xff\n'), b"it's")
print([1, 'a', None, True, 2.5], (1,), (), [], {}, set(), frozenset(), {1: 'a', 'b': [2]}, {3}, frozenset({4}))
print(0.1 + 0.2, 1e-5, 0.0001, 1.5e-7, 1.5e300, -2.5, float('inf'), -float('inf'), float('nan'), 123456.789)
print(range(3), range(1, 7, 2), slice(1, None, 2))
print(int, str, ValueError, KeyError, dict, type(None), type(5), type('a'), object)
print(len, print is print, ..., NotImplemented)


class C:
    pass


class D:
    def __repr__(self):
        return 'D!'


class E(D):
    def __str__(self):
        return 'E as str'


def f():
    pass


print(C, C(), D(), E(), [E()], f'{E()} {E()!r}')
print(f, lambda: 1, C().__class__, type(C()).__name__)
print(ValueError('b'), repr(ValueError('b')), repr(ValueError()), repr(ValueError(1, 'x')), str(ValueError(1, 'x')), str(ValueError()))
print(KeyError('k'), repr(KeyError('k')), OSError('gone'), OSError(9999, 'gone'), repr(OSError(9999, 'gone')), [KeyError('a')])
print(ExceptionGroup('msg', [ValueError('a'), TypeError('b')]), repr(ExceptionGroup('msg', [ValueError('a')])))
xs = [1]
xs.append(xs)
d = {'self': None}
d['self'] = d
print(xs, d)
print(collections.deque([1, 2], maxlen=3), collections.deque(), collections.OrderedDict([('a', 1)]), collections.OrderedDict(), collections.Counter('abca'), collections.Counter())
print(collections.defaultdict(list, {'a': [1]}), collections.defaultdict(int))
Point = collections.namedtuple('Point', 'x y')
print(Point(1, 2), Point(1, 2).x, Point(1, 2)._asdict(), Point._fields, Point(1, 2) == (1, 2), Point(1, 2)._replace(y=5))
print({'a': 1}.keys(), {'a': 1}.values(), {'a': 1}.items())
print(str(5), str('x'), str(None), str([1, 'a']), str(b'x'))
print((i for i in [1]).__class__.__name__, type(iter([])).__name__ != '')
