import asyncio
async def main():
    class Error(Exception): pass
    log(Error(1), repr(Error), Error(1).args, type(Error(1)).__name__)
    try: raise Error(1, 2)
    except Exception as e: log(e, type(e))
class Error(Exception):
    pass
class RangeError(Exception): pass
class Sub(Error): pass
async def other():
    log(Error(1), Sub(2), RangeError(3))
    try: raise Error(1, 2)
    except Error as e: log(e, e.args)
    log(ExceptionGroup('g', [Error('a'), Sub('b')]))
asyncio.run(main())
asyncio.run(other())
class Promise:
    def __repr__(self):
        return f'<{type(self).__name__}>'
class Symbol(asyncio.Future):
    pass
class Number:
    name = 'own'
async def kinds():
    log(Promise(), type(Promise()), Symbol(), Number().name, Number)
    for kind in (Promise, Number):
        try:
            await kind()
        except TypeError as e:
            log(e)
asyncio.run(kinds())
raise Error('end')
