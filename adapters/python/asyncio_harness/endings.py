"""How a program ends other than by itself."""


class Stop(SystemExit):
    """Ends a program from within; asyncio lets SystemExit through callbacks and tasks."""


class Refused(Exception):
    """The program is no Python that this interpreter reads."""


class Fault(Exception):
    """The program left no whole trace: `kind` is a fault of spec/adapter-protocol.md."""

    def __init__(self, kind, message):
        Exception.__init__(self, message)
        self.kind = kind
