"""Read by gunicorn from the folder it is started in, so by ./dev, the container and systemd alike."""

worker_class = "gthread"
threads = 4  # in each worker, so that a slow answer does not hold up the others, nor the health check
control_socket_disable = True  # it wants a folder in the home of a user that has none, and nobody here uses it
