def search(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            found = i
            break
    else:
        return 'absent'
    return found


print(search('abc', 'b'), search('abc', 'z'))
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
else:
    print('while ended', n)
for i in range(2):
    for j in range(2):
        if j == 1:
            break
    else:
        print('never')
    print(i, j)


def order(fail):
    out = []
    try:
        out.append('try')
        if fail:
            raise KeyError('k')
    except (ValueError, KeyError) as e:
        out.append(type(e).__name__)
    else:
        out.append('else')
    finally:
        out.append('finally')
    return out


print(order(True), order(False))


def returns():
    try:
        return 'try'
    finally:
        print('cleanup')


print(returns())


def nested():
    try:
        try:
            raise ValueError('inner')
        except ValueError:
            raise
        finally:
            print('first')
    except Exception as e:
        return repr(e)


print(nested())
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
try:
    try:
        raise KeyError(1)
    except KeyError:
        raise ValueError(2)
except ValueError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)])])
except* ValueError as eg:
    print('values', eg.exceptions)
except* TypeError as eg:
    print('types', eg.exceptions)
else:
    print('none')
finally:
    print('always')
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise OSError('again')
except BaseExceptionGroup as eg:
    print(repr(eg))
try:
    assert 1 == 2, 'not equal'
except AssertionError as e:
    print('assert', e)
try:
    raise 5
except TypeError as e:
    print(e)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
first, *rest = 'xyz'
print(first, rest)
x = y = []
x.append(1)
print(y, x is y)
a, b = b, a
print(a, b)
d = {'k': [1]}
d['k'] += [2]
d['n'] = d.get('n', 0) + 1
d['n'] -= 5
del d['k']
print(d, 1 < 2 < 3, 1 < 3 < 2, 0 or 'x', [] and 1, None or 0 or 'last', not [], 1 if d else 2)
try:
    p, q = [1, 2, 3]
except ValueError as e:
    print(e)
if (size := len('four')) > 3:
    print('size', size)


def classify(v):
    match v:
        case 0 | 1:
            return 'small'
        case int() as n if n > 100:
            return f'big {n}'
        case [x, y]:
            return f'pair {x} {y}'
        case [x, *others]:
            return f'list {x} {others}'
        case {'kind': k}:
            return f'kind {k}'
        case str():
            return 'text'
        case None:
            return 'none'
        case _:
            return 'other'


for v in (0, 500, [1, 2], [1, 2, 3], {'kind': 'x'}, 'a', None, 50):
    print(classify(v))
