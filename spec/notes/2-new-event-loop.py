# Note 2, 2.2: as it stands.

import asyncio

# create and access a new asyncio event loop
loop = asyncio.new_event_loop()
# report defaults of the loop
print(loop)

# <_UnixSelectorEventLoop running=False closed=False debug=False>
