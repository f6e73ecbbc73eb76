"""Serves as asyncio_harness does, with an allocator that was left in another disorder before each program.

    python3 noisy-harness.py asyncio_harness SEED
"""

import os
import random
import sys

path, seed = sys.argv[1:]
sys.path.insert(0, os.path.dirname(path))
from asyncio_harness.command import main  # noqa: E402
from asyncio_harness.harness import Harness  # noqa: E402
del sys.path[0]

noise = random.Random(int(seed))
kept = []
quiet_run = Harness.run


def run(self, *arguments):
    # Blocks of all sizes that objects have, of which a random half goes: what is allocated next falls into the holes.
    blocks = [bytes(noise.randrange(1, 480)) for _ in range(noise.randrange(1, 400))]
    objects = [set() if noise.random() < 0.5 else {} for _ in range(noise.randrange(1, 100))]
    kept.extend(noise.sample(blocks, len(blocks) // 2))
    kept.extend(noise.sample(objects, len(objects) // 2))
    noise.shuffle(kept)
    del kept[2000:], blocks, objects
    return quiet_run(self, *arguments)


Harness.run = run
sys.exit(main(['--serve']))
