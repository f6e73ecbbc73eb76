/** How many bytes are read at once. CPython 3.14 `selector_events.py`, `max_size`. */
export const readSize = 256 * 1024
