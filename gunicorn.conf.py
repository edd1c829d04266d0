"""Read by gunicorn from the folder it is started in, so by ./dev, the container and systemd alike."""

worker_class = "gthread"
# In each worker. One thread sends kept pages fastest, but a slow answer (a PDF that is waited for, a large form) would hold
# up all others and the health check. With 50 connections, on a busy machine, 2, 4 and 8 could not be told apart: the pool of
# database connections has 8, and the process one lock. For more requests a second: more workers, one a CPU.
# Saving an import of thousands takes longer than gunicorn's `timeout` of 30 seconds. That is no limit for an answer here:
# the main thread of a gthread worker tells that it lives whatever its threads do. A restart waits for them, though:
graceful_timeout = 120  # seconds; what is cut off then is not saved by half, it is one transaction
threads = 4
control_socket_disable = True  # it wants a folder in the home of a user that has none, and nobody here uses it
