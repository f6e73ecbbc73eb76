# Note 3, awaitables; what is called in A and B, and main, are ours.

import asyncio

def do_a():
    print('do_a')

def do_b():
    print('do_b')

async def do_c():
    print('do_c starts')
    await asyncio.sleep(5)
    print('do_c ends')

def do_d():
    print('do_d')

def do_x():
    print('do_x')

def do_y():
    print('do_y')

async def A():
    do_a()
    do_b()
    await do_c()
    do_d()

async def B():
    do_x()
    do_y()

async def main():
    await asyncio.gather(A(), B())

asyncio.run(main())
