def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


print(int('42'), int(' -7 '), int(3.9), int(-3.9), int('ff', 16), int('0b11', 0), int('1_000'), int(True), float('1.5'), float('inf'), float('  -2.5e3') == -2500)
show('int x', lambda: int('x'))
show('int 1.5', lambda: int('1.5'))
show('int 5 base 2', lambda: int('5', 2))
show('int None', lambda: int(None))
show('float x', lambda: float('x'))
show('float None', lambda: float(None))
show('list 1', lambda: list(1))
show('len 1', lambda: len(1))
show('iter 1', lambda: iter(1))
show('next []', lambda: next([]))
show('min', lambda: min([]))
show('max', lambda: max())
show('sum', lambda: sum(['a']))
show('abs', lambda: abs('a'))
show('round', lambda: round('a'))
show('chr', lambda: chr(-1))
show('ord', lambda: ord('ab'))
show('hash', lambda: hash([]))
show('range', lambda: range(1, 2, 0))
show('range str', lambda: range('a'))
show('isinstance', lambda: isinstance(1, 1))
show('reversed', lambda: reversed(1))
show('map', lambda: list(map(1, [1])))
print(min(3, 1, 2), max([1, 5, 2]), min('b', 'a'), max([], default=0), min(['aa', 'b'], key=len), max({'a': 1, 'b': 3}, key={'a': 1, 'b': 3}.get), sum([1, 2, 3]), sum([[1], [2]], []), sum([0.1] * 10) == 1)
print(list(enumerate('ab')), list(enumerate('ab', 1)), list(enumerate('ab', start=5)), list(zip([1, 2], 'ab')), list(zip()), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2])))
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), sorted('cab'), sorted({'b': 1, 'a': 2}), any([0, 1]), all([]), all([1, 0]), any(x > 2 for x in [1, 2]))
show('zip strict', lambda: list(zip([1], [1, 2], strict=True)))
show('zip strict 2', lambda: list(zip([1, 2], [1], strict=True)))
print(abs(-5), abs(2.5), round(2.5), round(3.5), round(-2.5), round(0.125, 2), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.25, 1), bin(10), bin(-5), oct(8), hex(255), chr(97), ord('a'), ascii('é'))
print(isinstance(1, int), isinstance(True, int), isinstance('a', str), isinstance(1, (str, int)), isinstance([], list), isinstance((), tuple), isinstance({}, dict), isinstance(1.5, float), isinstance(None, type(None)), isinstance(ValueError(), Exception), isinstance(1, object), isinstance(int, type), isinstance(1, str | int))
print(issubclass(ValueError, Exception), issubclass(KeyError, (IndexError, LookupError)), issubclass(bool, int), issubclass(int, object), type(1) is int, type('') == str, type([]) is list, type(ValueError()) is ValueError)
print(tuple('ab'), list({'a': 1}), set('a'), frozenset([1]), dict(), str(), int(), bool(), list(), tuple())
it = iter([1, 2, 3])
print(next(it), list(it), next(it, 'end'))
calls = []


def pull():
    calls.append(1)
    return len(calls)


print(list(iter(pull, 4)), hash('a') == hash('a'), hash(5), id(calls) == id(calls), callable(len))
z = zip([1, 2], [3, 4])
print(next(z), list(z))
print(list(range(5)), list(range(5, 0, -2)), len(range(0, 10, 3)), range(3) == range(0, 3), 3 in range(5), sum(range(101)))
print(*[1, 2], *'ab', sep='-')
print('a', end='')
print('b\nc')
print()
print('x', 'y', sep='', end='!\n')


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Indexed:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(Countdown(3)), [x for x in Indexed()], sum(Countdown(4)), max(Countdown(3)), 2 in Countdown(4), list(zip(Countdown(2), Indexed())))
a, b = Countdown(2)
print(a, b)
