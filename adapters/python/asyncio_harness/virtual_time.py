"""The module time as programs on the virtual clock see it."""

import time as real_time
import types

from asyncio_harness import current


def make_virtual_time():
    module = types.ModuleType('time', real_time.__doc__)
    module.__dict__.update({k: v for k, v in vars(real_time).items() if not k.startswith('__')})

    def now():
        return current.world.clock.now if current.world is not None else 0

    def now_ns():
        return round(now() * 1_000_000_000)

    def sleep(seconds):
        if not isinstance(seconds, (int, float)):
            real_time.sleep(seconds)
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        if current.world is not None:
            current.world.clock.advance(current.world.clock.now + seconds)

    for name in ('time', 'monotonic', 'perf_counter'):
        setattr(module, name, now)
        setattr(module, name + '_ns', now_ns)
    module.sleep = sleep
    return module
