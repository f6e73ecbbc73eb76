import collections
import contextlib
import functools
import itertools
import math
import operator
import random
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
print(q, q.pop(), q.popleft(), len(q), q[0], q[-1], list(q), 2 in q, bool(deque()))
q.rotate(1)
print(q)
q.rotate(-2)
q.extend([8, 9])
q.extendleft([7])
print(q, q.index(8), q.count(9), q == deque(q), list(reversed(q)))
q.remove(8)
q.insert(1, 'x')
q.reverse()
print(q, deque(range(5), maxlen=2), deque('ab', 3).maxlen)
show('deque pop', lambda: deque().popleft())
show('deque index', lambda: deque()[0])
show('deque remove', lambda: deque().remove(1))

d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, dict(d), d.get('z'), 'z' in d)
counts = defaultdict(int)
for ch in 'abca':
    counts[ch] += 1
print(counts['a'], sorted(counts.items()))
c = Counter('abracadabra')
print(c.most_common(2), c['a'], c['zz'], sum(c.values()), sorted(c.elements())[:3], c.total())
c.update('aa')
c.subtract({'b': 1})
print(c, c + Counter(a=1), c - Counter(a=1))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(o, o.popitem(last=False), list(o), o == {'c': 3, 'a': 1})
P = namedtuple('P', ['x', 'y'], defaults=[0])
p = P(1)
x, y = p
print(p, x, y, p.x, p[1], P(y=2, x=1), P._make([3, 4]), len(p), isinstance(p, tuple), isinstance(p, P), {p: 1}[(1, 0)], sorted([P(2, 1), P(1, 2)]))
show('namedtuple', lambda: P())

print(list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.chain([1], 'a')), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.repeat(1, 3)), list(itertools.islice('abcdef', 1, 5, 2)))
print(list(itertools.product([1, 2], 'ab')), list(itertools.product([0, 1], repeat=2)), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations('abc', 2)))
print(list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda v: v < 3, [1, 3, 1])), list(itertools.zip_longest([1], 'ab', fillvalue='-')), [(k, list(g)) for k, g in itertools.groupby('aabbc')], list(itertools.starmap(pow, [(2, 3)])), list(itertools.pairwise([1, 2, 3])), list(itertools.batched('abcde', 2)))
ids = itertools.count(1)
print(next(ids), next(ids))

add5 = functools.partial(operator.add, 5)
print(add5(1), functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [2, 3], 10))
show('reduce', lambda: functools.reduce(operator.add, []))


def scale(v, *, by=2):
    return v * by


triple = functools.partial(scale, by=3)
print(triple(4), triple(4, by=5))
misses = []


@functools.lru_cache(maxsize=None)
def square(v):
    misses.append(v)
    return v * v


print(square(3), square(3), misses)


def twice(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs), f(*args, **kwargs)
    return wrapper


@twice
def hello(name, mark='!'):
    return name + mark


print(hello('a'), hello('b', '?'), hello.__name__)
print(operator.itemgetter(1)([5, 6]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('x')(p), operator.methodcaller('upper')('a'), sorted([(2, 'a'), (1, 'b')], key=operator.itemgetter(0)))
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.sqrt(2), math.pi, math.gcd(12, 18), math.factorial(5), math.isclose(0.1 + 0.2, 0.3), math.inf, math.isnan(math.nan), math.hypot(1, 1), math.log(2), math.prod([2, 3]), math.isqrt(17), math.lcm(4, 6))
show('sqrt', lambda: math.sqrt(-1))
show('log', lambda: math.log(0))
show('acos', lambda: math.acos(2))
show('isqrt', lambda: math.isqrt(-1))
random.seed(42)
print(random.random(), random.randint(1, 6), random.choice('abcdef'), random.uniform(1, 2), random.randrange(10), random.sample(range(100), 3))
xs = list(range(8))
random.shuffle(xs)
print(xs, random.Random(7).random(), random.getrandbits(40))


@contextlib.contextmanager
def managed(name):
    print('enter', name)
    try:
        yield name.upper()
    except KeyError as e:
        print('swallowed', e)
    finally:
        print('exit', name)


with managed('a') as got:
    print('in', got)
with managed('b'):
    raise KeyError('k')
try:
    with managed('c'):
        raise ValueError('v')
except ValueError as e:
    print('out', e)
with contextlib.ExitStack() as stack:
    stack.enter_context(managed('d'))
    stack.callback(print, 'callback')
    stack.enter_context(managed('e'))
with contextlib.nullcontext(5) as five:
    print(five)


class Closable:
    def close(self):
        print('closed')


with contextlib.closing(Closable()):
    pass
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance(5, collections.abc.Iterable), isinstance('a', collections.abc.Iterable))
