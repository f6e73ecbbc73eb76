# Note 4, the fifth function of the example; the import is ours.

import asyncio

@asyncio.coroutine
def py34_coro():
    """Generator-based coroutine, outdated syntax with decorator"""
    yield from stuff()
