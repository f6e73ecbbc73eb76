"""The answers of spec/adapter-protocol.md."""

import importlib.util
import json
import sys
import time

from asyncio_harness.endings import Fault, Refused
from asyncio_harness.harness import Harness

PROTOCOL = 1


def version_text():
    """This interpreter's asyncio version, as the adapter claims it."""
    return '%d.%d.%d' % sys.version_info[:3]


def hello(harness):
    clock = harness.clock
    name = 'pyodide' if sys.platform == 'emscripten' else sys.implementation.name
    loop = '' if harness.factory is None else '-' + harness.factory.__module__.partition('.')[0]
    lacks = [capability for capability, missing in (
        ('threads', sys.platform == 'emscripten'),
        ('streams', sys.platform == 'emscripten'),
        ('sockets', sys.platform in ('emscripten', 'win32')),
        ('subprocesses', sys.platform in ('emscripten', 'win32')),
        ('signals', sys.platform in ('emscripten', 'win32')),
        ('aiohttp', sys.platform == 'emscripten' or importlib.util.find_spec('aiohttp') is None),
        ('exception-groups', sys.version_info < (3, 11)),
        ('eager-tasks', sys.version_info < (3, 12))) if missing]
    return {'protocol': PROTOCOL, 'name': name + '-' + version_text() + loop, 'version': sys.version.split()[0],
            'level': 'CPYTHON' if clock == 'virtual' else 'SHOULD', 'claims': version_text(), 'clock': clock, 'lacks': lacks}


def answer(harness, request):
    """The answer to one request of the protocol."""
    started = time.perf_counter()
    limits = request['limits']
    try:
        lines, outcome = harness.run(request['program'], limits['steps'], limits['output'], request.get('clock', 'virtual'))
    except Refused as error:
        return {'id': request['id'], 'fault': 'refused', 'message': str(error)}
    except Fault as error:
        return {'id': request['id'], 'fault': error.kind, 'message': str(error)}
    milliseconds = round((time.perf_counter() - started) * 1000, 3)
    return {'id': request['id'], 'trace': lines, 'outcome': outcome, 'milliseconds': milliseconds}


def channel():
    """For a host in this process: the hello, and a function from a request to its answer, all JSON text."""
    harness = Harness()
    return json.dumps(hello(harness)), lambda request: json.dumps(answer(harness, json.loads(request)))
