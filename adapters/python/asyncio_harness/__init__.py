"""Runs programs on this Python's own asyncio and leaves their traces.

Without dependencies, for CPython 3.8 and newer, PyPy and Pyodide.  The event loop is asyncio's own
BaseEventLoop with the C Task and Future; only what it selects on is replaced, by a clock that jumps.
"""
