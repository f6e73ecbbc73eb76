import threading
def fails():
    raise ValueError('in thread')
def endless():
    threading.Event().wait()
t = threading.Thread(target=fails); t.start(); t.join()
log('main goes on', t.is_alive())
d = threading.Thread(target=endless, daemon=True); d.start()
log(d.is_alive(), d.daemon)
try:
    t.start()
except RuntimeError as e:
    log(e)
def self_join():
    try:
        threading.current_thread().join()
    except RuntimeError as e:
        log(e)
s = threading.Thread(target=self_join); s.start(); s.join()
