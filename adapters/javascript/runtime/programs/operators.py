def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


one, zero, a, none, tenth = 1, 0, 'a', None, 0.1
lst, tup, dct, st = [1, 2], (1, 2), {'a': 1}, {1, 2}
show('1/0', lambda: one / zero)
show('1.5//0', lambda: 1.5 // zero)
show('1%0', lambda: one % zero)
show('divmod', lambda: divmod(one, zero))
show('0**-1', lambda: zero ** -1)
show('1+a', lambda: one + a)
show('a+1', lambda: a + one)
show('[]+()', lambda: lst + tup)
show('()+[]', lambda: tup + lst)
show('a*b', lambda: a * 'b')
show('a*1.5', lambda: a * 1.5)
show('[]-[]', lambda: lst - lst)
show('None+1', lambda: none + one)
show('1-None', lambda: one - none)
show('1<a', lambda: one < a)
show('None<1', lambda: none < one)
show('[1]<[a]', lambda: lst < [a])
show('{}<{}', lambda: dct < dct)
show('-a', lambda: -a)
show('~1.5', lambda: ~1.5)
show('1<<-1', lambda: one << -1)
show('1&a', lambda: one & a)
show('1 in 1', lambda: one in one)
show('1 in a', lambda: one in a)
show('pow(2,3,5)', lambda: pow(2, 3, 5))
show('2**-1', lambda: 2 ** -1)
print(7 // 2, -7 // 2, 7 // -2, -7 % 3, 7 % -3, -7.5 % 2, 7.5 // 2 == 3, divmod(-7, 2), 2 ** 10, one // tenth == 9, 5.5 % 2)
print(3 * [0], 'ab' * 2, 2 * (1, 2), [1] + [2], (1,) + (2,), 'a' 'b' + 'c', [1] * 0, 'a' * -1)
print(6 & 3, 6 | 3, 6 ^ 3, ~5, 1 << 40, 1 << 3 >> 1, True + True, True & False, True | 2, -True)
print(sorted({1, 2} | {3}), {1, 2} & {2, 3}, {1, 2} - {2}, sorted({1, 2} ^ {2, 3}), {'a': 1} | {'b': 2, 'a': 3})
print(1 == True, 0 == False, 1 == '1', None == None, [1, [2]] == [1, [2]], (1,) == [1], {'a': [1]} == {'a': [1]}, {1, 2} == {2, 1}, 'a' != 'b', [1] != [1])
print([1, 2] < [1, 3], (1, 2) < (1, 2, 3), 'a' < 'b', {1} < {1, 2}, {1} <= {1}, [2] > [1, 5], 1 < 2 < 3, 1 < 3 < 2, True < 2)
print(1 in [1], 'b' in 'abc', 2 in {1: 0}, (1, 2) in {(1, 2)}, [1] in [[1]], 3 not in (1, 2), 5 in range(0, 10, 5))
print(not [], not '', not 0, not None, not (), not {}, not set(), bool([0]), bool('0'), bool(0.0), [] or 'x', [1] and 'y', 0 or None, '' and 1)


class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return V(self.n + other.n) if isinstance(other, V) else NotImplemented

    def __radd__(self, other):
        return V(self.n + other)

    def __eq__(self, other):
        return isinstance(other, V) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'V({self.n})'

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return 7

    def __contains__(self, x):
        return x == self.n

    def __getitem__(self, i):
        return i * 2

    def __neg__(self):
        return V(-self.n)

    def __call__(self, x):
        return self.n + x


print(V(1) + V(2), 5 + V(1), V(1) == V(1), V(1) != V(1), V(1) != V(2), V(2) > V(1), sorted([V(3), V(1)]), max(V(1), V(4)), sum([V(1), V(2)], V(0)))
print(bool(V(0)), bool(V(1)), len(V(1)), 1 in V(1), 2 in V(1), V(1)[4], -V(2), V(10)(5), {V(1): 'one'}[V(1)], len({V(1), V(1), V(2)}), [V(1), V(2)].index(V(2)))
show('V+a', lambda: V(1) + 'a')
xs = [1]
ys = xs
ys += [2]
print(xs, xs is ys)
t = (1,)
u = t
u += (2,)
print(t, u)
s = {1}
s2 = s
s2 |= {2}
s2 -= {1}
print(s)
n = 7
n //= 2
n **= 2
n %= 5
n <<= 2
print(n)
