"""asyncio as it was before a program changed it."""

import asyncio
import builtins
import sys


class Snapshot:
    """asyncio's modules and classes, with `others`, as they are now."""

    def __init__(self, *others):
        asyncio.events._event_loop_policy = None
        owners = [module for name, module in sorted(sys.modules.items())
                  if name == 'asyncio' or name.startswith('asyncio.') or name in ('concurrent.futures', 'contextvars')]
        owners.extend(others)
        owners.append(builtins)
        classes = {value for module in owners for value in list(vars(module).values())
                   if isinstance(value, type) and value.__module__.startswith('asyncio') and value.__flags__ & (1 << 9)}
        self.kept = [(owner, vars(owner), dict(vars(owner))) for owner in owners + sorted(classes, key=lambda c: c.__qualname__)]

    def restore(self):
        for owner, now, before in self.kept:
            if now != before:
                for name in [n for n in now if n not in before]:
                    delattr(owner, name)
                for name, value in before.items():
                    if name not in now or now[name] is not value:
                        setattr(owner, name, value)
