def show(text, f):
    try:
        print(text, '->', repr(f()))
    except Exception as e:
        print(text, '->', type(e).__name__, e)


x, n, name = 3.14159, 42, 'ab'
print(f'{x:.2f} {x:8.3f}| {x:<8.2f}| {x:^9.1f}| {x:+.1f} {x:08.2f} {x:.0f} {x:e} {x:.3e} {x:g} {x:.2g} {x:%} {x:.1%}')
print(f'{n} {n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n: }|{n:x} {n:X} {n:#x} {n:b} {n:#b} {n:o} {n:c} {n:,} {n:d} {n:.1f} {n:e}')
print(f'{1234567:,} {1234567:_} {1234567.891:,.2f} {1234567:012,} {-5:05} {-5:+} {255:#06x} {0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {1e10:g} {1e-10:g} {123456789.5:g}')
print(f'{name:5}|{name:>5}|{name:^5}|{name:*^6}|{name:.1}|{name!r:>6}|{name!s}|{name:s}|{True}|{True:5}|{True:d}|{None}|{[1, "a"]}|{(1,)}')
width = 7
print(f'{name:>{width}}|{x:{width}.{2}f}|{name=}|{n = }|{{}}|{n!r}')
print('{} {}'.format(1, 'a'), '{0} {1} {0}'.format('x', 'y'), '{a} {b!r}'.format(a=1, b='q'), '{:>5}|{:<5}|'.format(1, 2), '{0[0]} {0[1]}'.format([7, 8]), '{d[k]}'.format(d={'k': 'v'}), '{:{}}|'.format('a', 4), '{{}}'.format())
print('%s %r %d %5d|%-5d|%05d %x %o %5.2f %e %g %% %c %+d' % ('a', 'b', 3, 4, 5, 6, 255, 8, 3.14159, 1234.5, 0.0001, 'z', 7))
print('%s' % 'one', '%s' % [1, 2], '%(a)s-%(b)03d' % {'a': 'x', 'b': 5}, '%5s|%-5s|' % ('a', 'b'), '%.2s' % 'abc', '%s' % None, '%d' % 3.7, '%*d' % (5, 3), '%s' % (1,))
show('d of str', lambda: f'{name:d}')
show('precision', lambda: f'{n:.2d}')
show('list', lambda: format([], 'd'))
show('equals', lambda: format('a', '=5'))
show('f of str', lambda: f'{name:.2f}')
show('invalid', lambda: format(5, 'zz'))
show('%d', lambda: '%d' % 'a')
show('few', lambda: '%s %s' % 1)
show('few tuple', lambda: '%s %s' % (1,))
show('many', lambda: '%s' % (1, 2))
show('type', lambda: '%y' % 1)
show('index', lambda: '{} {}'.format(1))
show('key', lambda: '{a}'.format())
show('switch', lambda: '{0} {}'.format(1, 2))
show('brace', lambda: '}'.format())


class C:
    def __format__(self, spec):
        return f'C<{spec}>'


class D:
    value = 5


print(f'{C():abc} {C()}', '{:x}'.format(C()), format(C(), 'q'), '{0.value}'.format(D()))
show('object', lambda: format(D(), '>5'))
print(format(5, '5'), format('a', '>3'), format(0.1), f'{0.1 + 0.2}', f'{10 ** 15}', f'{1e-7}', f'{float("nan")} {float("inf"):.1f} {-float("inf"):5}')
show('bytes', lambda: (b'%d|%s|%b|%x|%5d|%-4d|%%' % (5, b'x', b'y', 255, 3, 7), b'%c%c' % (65, b'B'), b'%a' % '\xe9', b'%r' % [1], b'%.2s|' % b'abc', b'%5s|' % b'ab'))
for template, value in [(b'%s', 5), (b'%c', 300), (b'%c', 'a'), (b'%c', b'ab'), (b'%d', 'a'), (b'x', 1), (b'%z', 1), (b'%s %s', b'a')]:
    show(f'{template!r} % {value!r}', lambda: template % value)
