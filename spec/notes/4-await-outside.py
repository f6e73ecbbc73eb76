# Note 4, the fourth function of the example: as it stands, which does not parse.

def m(x):
    y = await z(x)  # Still no - SyntaxError (no `async def` here)
    return y
