class Point:
    """A point."""
    count = 0
    names = []

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.x < other.x

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def total(self):
        return self.x + self.y

    @total.setter
    def total(self, value):
        self.x = value - self.y

    @staticmethod
    def origin():
        return Point(0)

    @classmethod
    def of(cls, pair):
        return cls(*pair)

    def moved(self, *, dx=0, dy=0):
        return type(self)(self.x + dx, self.y + dy)


p = Point(1, y=2)
print(p, p == Point(1, 2), p != Point(1, 2), p in [Point(1, 2)], {p: 'a'}[Point(1, 2)], p < Point(5))
p.total = 10
print(p.x, p.total, Point.origin(), p.origin(), Point.of((3, 4)), p.moved(dy=1), p + Point(1, 1), Point.count)
p.names.append('shared')
print(Point.names, Point(0).names)
p.count = 99
print(p.count, Point(5).count == Point.count)


class Named(Point):
    kind = 'named'

    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name

    def __repr__(self):
        return self.name + ':' + super().__repr__()

    def moved(self, **kw):
        return super().moved(**kw) if False else Point(9, 9)


n = Named('n', 4, 5)
print(n, isinstance(n, Point), issubclass(Named, Point), n.kind, Named.__name__, type(n).__name__, n.moved(dx=1), n.total)


class Broken(ValueError):
    def __init__(self, code, text):
        super().__init__(f'{code}: {text}')
        self.code = code


class Plain(KeyError):
    pass


class Silent(Exception):
    def __init__(self, a, b):
        self.a = a


for e in (Broken(4, 'bad'), Plain('k'), Silent(1, 2), Exception(), Exception('a', 1)):
    print(repr(e), str(e), e.args, isinstance(e, LookupError))
try:
    raise Broken(1, 'x')
except ValueError as e:
    print(e.code, e)


class Stack:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __bool__(self):
        return len(self.items) > 1

    def __contains__(self, x):
        return x in self.items

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __iter__(self):
        return iter(self.items)

    def __call__(self, *xs):
        self.items.extend(xs)
        return self


s = Stack()
print(len(s), bool(s), s(1)(2, 3) is s, len(s), bool(s), 2 in s, s[0], list(s), [x * 2 for x in s])
s[1] = 'two'
print(s.items, 'yes' if s else 'no', not s)


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


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(3)))


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind and kind.__name__, error)
        return self.swallow


def leave():
    with Manager('a') as a, Manager('b') as b:
        return a + b


print(leave())
with Manager('c', True):
    raise ValueError('v')
for i in range(3):
    with Manager(i):
        if i == 0:
            continue
        break
try:
    with Manager('d'):
        {}['k']
except KeyError as e:
    print('out', repr(e))

callbacks = [p.moved, s.__len__]
print(callbacks[0](dx=1), p.moved == p.moved, getattr(p, 'x'), getattr(p, 'nope', 'default'), hasattr(p, 'total'))
setattr(p, 'some_thing', 5)
print(p.some_thing, vars(Manager('m')))
try:
    p.missing_attribute
except AttributeError as e:
    print(e)


def make():
    class Inner:
        def method(self):
            return self.helper() + 1

        def helper(self):
            def nested():
                return self.value
            return nested()
        value = 41
    return Inner()


print(make().method())
