import asyncio
async def c(fail):
    try:
        try:
            if fail: raise ValueError(1)
            await asyncio.sleep(1)
        finally:
            try:
                raise IndexError(2)
            except IndexError as error:
                log(error, error.__context__)
                try:
                    raise KeyError(3)
                except KeyError as e:
                    log(e, e.__context__, e.__context__.__context__)
    except ValueError as e:
        log(e, e.__context__)
        try:
            pass
        finally:
            try:
                raise OSError(4)
            except OSError as o:
                log(o, o.__context__, o.__context__ and o.__context__.__context__)
async def g():
    try:
        yield 1
    finally:
        try:
            raise IndexError(5)
        except IndexError as error:
            log(error, error.__context__)
def plain():
    for i in range(2):
        try:
            try:
                if i == 0: raise ValueError(i)
            finally:
                try:
                    raise IndexError(i)
                except IndexError as e:
                    log(i, e.__context__)
        except ValueError as e:
            log(e)
async def main():
    await c(True)
    await c(False)
    t = asyncio.create_task(c(False))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError as e: log(e, e.__context__)
    a = g()
    await anext(a)
    await a.aclose()
    a = g()
    await anext(a)
    try: await a.athrow(KeyError(1))
    except KeyError as e: log(e, e.__context__)
    plain()
