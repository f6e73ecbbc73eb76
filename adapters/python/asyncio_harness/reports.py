"""What Python itself tells of a program, by warnings and unraisable exceptions."""

import warnings

from asyncio_harness import current


def show_warning(message, category, filename, lineno, file=None, line=None):
    if current.world is not None:
        current.world.warn(message, category)


def show_unraisable(unraisable):
    if current.world is not None:
        current.world.unraisable(unraisable)


def make_filters():
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter('always')
        for category in (ResourceWarning, ImportWarning, PendingDeprecationWarning):
            warnings.simplefilter('ignore', category)
        return warnings.filters[:]


FILTERS = make_filters()
filters_changed = getattr(warnings, '_filters_mutated', None) or warnings._filters_mutated_lock_held
