import os
import sys

if sys.version_info < (3, 8):
    sys.stderr.write('%s %s is too old: 3.8 or newer\n' % (
        {'cpython': 'CPython', 'pypy': 'PyPy'}.get(getattr(sys, 'implementation', None) and sys.implementation.name, 'Python'),
        '.'.join(map(str, sys.version_info[:3]))))
    sys.exit(3)

# Found beside this folder; programs import from where the caller says.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
from asyncio_harness.command import main  # noqa: E402
del sys.path[0]

sys.exit(main(sys.argv[1:]))
