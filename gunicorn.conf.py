"""Read by gunicorn from the folder it is started in, so by ./dev, the container and systemd alike."""

timeout = 60  # a unit's PDF may take some seconds on a busy machine; the default of 30 would kill the worker
control_socket_disable = True  # it wants a folder in the home of a user that has none, and nobody here uses it
