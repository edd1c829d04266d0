# syntax=docker/dockerfile:1
# Debian's own Python, so that the image has the libraries of a bare-metal install and of the tests.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv \
 && rm -rf /var/lib/apt/lists/*
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
COPY requirements.txt /tmp/requirements.txt
RUN python3 -m venv /opt/venv \
 && /opt/venv/bin/pip install --require-hashes --only-binary :all: -r /tmp/requirements.txt

FROM ${BASE}
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 libpangoft2-1.0-0 fonts-dejavu-core fontconfig \
 && rm -rf /var/lib/apt/lists/* \
 && fc-cache -f \
 && useradd --system --uid 10001 --user-group --home-dir /app --shell /usr/sbin/nologin ropa \
 && install -d -o 10001 -g 10001 -m 0750 /data
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY --chown=root:root . .
# The cache is Fontconfig's, which would otherwise complain at every PDF about a home it cannot write to.
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    ROPA_DATA=/data STATIC_ROOT=/app/staticfiles XDG_CACHE_HOME=/tmp/.cache
# WeasyPrint loads Pango when it is imported: an image that lacks it is refused here and not at the first PDF.
RUN SECRET_KEY=only-while-the-image-is-built python manage.py collectstatic --noinput --verbosity 0 \
 && python -c "import weasyprint"
USER 10001:10001
EXPOSE 8000
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# The tables are made by a command of their own (manage.py migrate): two containers that start must not race.
CMD ["gunicorn", "ropa.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-tmp-dir", "/dev/shm"]
