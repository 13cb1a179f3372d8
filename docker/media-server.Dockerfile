# The media-server with its worker. Build it from the root of the project:
#   docker build --file docker/media-server.Dockerfile .
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY media-server/package.json media-server/
COPY signaling/package.json signaling/
COPY web/package.json web/

FROM manifests AS packages
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --workspace=shared --workspace=media-server

# mediasoup's official binary where it can be downloaded, else built from the sources in the npm package.
FROM packages AS worker
COPY scripts scripts
RUN node scripts/build.mjs --worker

FROM node:24.21.0-bookworm-slim
# What a worker built from source links to. No versions: Debian keeps only the newest of a stable release, with its security fixes.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libabsl20220623 libsrtp2-1 libssl3 libuv1 \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production MEDIA_HOST=0.0.0.0 MEDIA_PORT=4001 MEDIA_RTC_LISTEN_IP=0.0.0.0 MEDIA_RTC_PORT_BASE=40000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=worker /app/node_modules/mediasoup/worker/out/Release/mediasoup-worker node_modules/mediasoup/worker/out/Release/mediasoup-worker
COPY package.json ./
COPY shared shared
COPY media-server media-server
COPY docker/health.mjs docker/
# Everything belongs to root: who breaks into the program cannot change it.
USER node
EXPOSE 4001 40000-40007/udp 40000-40007/tcp
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "docker/health.mjs", "http://127.0.0.1:4001/readyz"]
CMD ["node", "media-server/src/main.ts"]
