# Note 4, measuring; `import time` is ours. It does not parse.

import time

start = time.perf_counter()
# do something
end = time.perf_counter() – start

print(f"Program finished in {end:0.2f} seconds.")
