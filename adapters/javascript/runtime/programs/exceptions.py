import contextlib


class Plain(Exception):
    pass


class Coded(ValueError):
    def __init__(self, code, detail=None):
        super().__init__(f'code {code}')
        self.code = code
        self.detail = detail


class Shown(Exception):
    def __str__(self):
        return 'shown ' + str(self.args)


class Message(Exception):
    def __init__(self, message):
        self.message = message


for e in [Plain(), Plain('a'), Plain('a', 1), Coded(5), Coded(6, detail='d'), Shown(1), KeyError('k'), KeyError(), IndexError('i'), StopIteration(3), OSError(9999, 'gone'), Message('hi')]:
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args)
print(Coded(5).code, Coded(6, detail='d').detail, StopIteration(3).value, Message('hi').message)


def attempt(f, *kinds):
    try:
        f()
    except kinds as e:
        return 'caught', type(e).__name__
    except Exception as e:
        return 'other', type(e).__name__
    except BaseException as e:
        return 'base', type(e).__name__


def raiser(e):
    def f():
        raise e
    return f


print(attempt(raiser(ValueError()), ValueError), attempt(raiser(Coded(1)), ValueError), attempt(raiser(KeyError()), IndexError, KeyError), attempt(raiser(KeyError()), LookupError), attempt(raiser(ValueError()), KeyError), attempt(raiser(KeyboardInterrupt()), ValueError), attempt(raiser(GeneratorExit()), Exception))
print(attempt(raiser(TimeoutError()), OSError), attempt(raiser(ConnectionResetError()), ConnectionError), attempt(raiser(NotImplementedError()), RuntimeError), attempt(raiser(ZeroDivisionError()), ArithmeticError))
print([c.__name__ for c in (ValueError, Coded)], issubclass(Coded, ValueError), isinstance(Coded(1), Exception))


def recurse(n):
    return recurse(n + 1)


try:
    recurse(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
try:
    undefined_thing
except NameError as e:
    print(e)
try:
    raise ValueError('a') from KeyError('b')
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        raise KeyError('first')
    finally:
        print('finally')
except KeyError as e:
    print('outer', e)
try:
    assert 1 == 2, 'not equal'
except AssertionError as e:
    print(repr(e))
try:
    assert False
except AssertionError as e:
    print(repr(e), str(e) == '')
e = ValueError('noted')
e.add_note('first note')
print(e.__notes__, e.with_traceback(None) is e)
with contextlib.suppress(KeyError, ValueError):
    raise ValueError('suppressed')
print('after suppress')

eg = ExceptionGroup('eg', [ValueError('a'), ExceptionGroup('inner', [TypeError('b'), ValueError('c')]), KeyError('d')])
print(eg.message, eg.exceptions, str(eg))
print(eg.split(ValueError))
print(eg.subgroup(TypeError), eg.subgroup(OSError), eg.subgroup(lambda x: isinstance(x, KeyError)))
print(repr(eg.derive([ValueError('z')])), isinstance(eg, Exception), isinstance(BaseExceptionGroup('b', [KeyboardInterrupt()]), Exception))
try:
    raise eg
except* ValueError as g:
    print('values', g.exceptions)
except* (TypeError, KeyError) as g:
    print('others', g.exceptions)
try:
    try:
        raise eg
    except* ValueError as g:
        print('only values', len(g.exceptions))
except ExceptionGroup as rest:
    print('rest', repr(rest))
try:
    raise ValueError('naked')
except* ValueError as g:
    print(repr(g))
