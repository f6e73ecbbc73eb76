# Note 2, 2.3, the first way to create a task: as it stands, which does not parse.

# define a coroutine
async def task_coroutine():
    # ...
# create a task from a coroutine
task = async.create_task(task_coroutine())
