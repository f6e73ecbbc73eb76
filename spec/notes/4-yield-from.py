# Note 4, the third function of the example: as it stands, which does not parse.

async def m(x):
    yield from gen(x)  # No - SyntaxError
