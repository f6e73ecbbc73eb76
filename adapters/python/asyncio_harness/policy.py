"""asyncio's event loop policy, whose name changed."""

import asyncio.events


def event_loop_policy():
    events = asyncio.events
    return getattr(events, '_get_event_loop_policy', events.get_event_loop_policy)()
