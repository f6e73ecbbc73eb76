"""Sets whose order does not depend on addresses."""

from asyncio_harness import current


class Ordered(set):
    """A set that iterates in order of insertion; a plain set put in comes in order of creation."""

    def __init__(self, values=()):
        self._order = dict.fromkeys(in_order(values))
        set.__init__(self, self._order)

    def __iter__(self):
        return iter(list(self._order))

    def __reversed__(self):
        return reversed(list(self._order))

    def _settle(self):
        for value in [v for v in self._order if not set.__contains__(self, v)]:
            del self._order[value]

    def add(self, value):
        set.add(self, value)
        self._order[value] = None

    def discard(self, value):
        set.discard(self, value)
        self._order.pop(value, None)

    def remove(self, value):
        set.remove(self, value)
        del self._order[value]

    def pop(self):
        if not self._order:
            raise KeyError('pop from an empty set')
        value = next(iter(self._order))
        self.remove(value)
        return value

    def clear(self):
        set.clear(self)
        self._order.clear()

    def copy(self):
        return Ordered(self)

    def update(self, *others):
        for other in others:
            for value in in_order(other):
                self.add(value)

    def union(self, *others):
        result = Ordered(self)
        result.update(*others)
        return result

    def difference(self, *others):
        result = Ordered(self)
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        result = Ordered(self)
        result.intersection_update(*others)
        return result

    def symmetric_difference(self, other):
        result = Ordered(self)
        result.symmetric_difference_update(other)
        return result

    def difference_update(self, *others):
        set.difference_update(self, *others)
        self._settle()

    def intersection_update(self, *others):
        set.intersection_update(self, *others)
        self._settle()

    def symmetric_difference_update(self, other):
        for value in list(in_order(other)):
            if value in self:
                self.remove(value)
            else:
                self.add(value)

    def __reduce__(self):
        return set, (list(self),)



Ordered.__name__ = Ordered.__qualname__ = 'set'
Ordered.__module__ = 'builtins'


def operator(method, inplace):
    def apply(self, other):
        if not isinstance(other, (set, frozenset, type({}.keys()))):
            return NotImplemented
        result = getattr(self, method)(other)
        return self if inplace else result

    def reflected(self, other):
        if not isinstance(other, (set, frozenset, type({}.keys()))):
            return NotImplemented
        return getattr(Ordered(other), method)(self)
    return apply, reflected

for _symbol, _method, _update in (('or', 'union', 'update'), ('and', 'intersection', 'intersection_update'),
                                  ('sub', 'difference', 'difference_update'),
                                  ('xor', 'symmetric_difference', 'symmetric_difference_update')):
    _plain, _reflected = operator(_method, False)
    setattr(Ordered, '__%s__' % _symbol, _plain)
    setattr(Ordered, '__r%s__' % _symbol, _reflected)
    setattr(Ordered, '__i%s__' % _symbol, operator(_update, True)[0])


def created(value):
    return current.world.created.get(id(value), 1 << 60) if current.world is not None else 0


def in_order(values):
    if isinstance(values, (set, frozenset)) and not isinstance(values, Ordered):
        return sorted(values, key=created)
    return values
