# Note 5, creating coroutines: as it stands, which does not parse.

async def fetch_data():
    return "data"

# This creates a coroutine OBJECT, doesn't execute anything
coro = fetch_data()  

# Must await it or schedule it to actually run
result = await coro  # Inside another async function
# OR
result = asyncio.run(coro)  # From sync code
