"""JSON lines over stdin and stdout."""

import json
import os

from asyncio_harness.harness import Harness
from asyncio_harness.protocol import answer, hello
from asyncio_harness.watchdog import Watchdog


def serve(loop):
    """Answer requests on stdin until it ends; programs that write to file descriptor 1 reach stderr."""
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    if hasattr(os, 'register_at_fork'):
        # A process that a program forks has no part in the conversation, and must not keep it open.
        os.register_at_fork(after_in_child=lambda: (os.close(requests), os.close(answers)))
    # One encoder and one decoder: json.dumps with options makes one each time.
    encode = json.JSONEncoder(separators=(',', ':')).encode
    decode = json.JSONDecoder().decode

    def send(message):
        data = (encode(message) + '\n').encode('ascii')
        while data:
            data = data[os.write(answers, data):]

    harness = Harness(loop)
    send(hello(harness))
    watchdog = Watchdog()
    pieces = []
    while True:
        watchdog.rest()
        data = os.read(requests, 1 << 16)
        if not data:
            return 0
        lines = data.split(b'\n')
        pieces.append(lines[0])
        if len(lines) == 1:
            continue
        lines[0] = b''.join(pieces)
        pieces = [lines.pop()]
        for line in lines:
            if not line.strip():
                continue
            request = decode(line.decode('utf-8'))
            watchdog.watch(request['limits']['seconds'])
            send(answer(harness, request))
