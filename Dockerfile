# The bot, or with the command `work` a reading worker. About 900 MB: docs/operations.md.
# .ci/container does these steps in a clean folder where there is no Docker.
FROM python:3.12-slim AS build
WORKDIR /build
RUN python -m venv /venv
COPY requirements.lock .
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE manifest.json ./
COPY bot bot
COPY handlers handlers
COPY summarizer summarizer
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /data nutgraf && install -d -o nutgraf -g nutgraf -m 700 /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=/tmp NUTGRAF_DATA_DIR=/data NUTGRAF_LOG=json
USER nutgraf
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:9464/readyz', timeout=8)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["nutgraf"]
CMD ["run"]
