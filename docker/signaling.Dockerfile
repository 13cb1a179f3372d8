# Signaling with the built web app; also prepares the database. Build it from the root of the project:
#   docker build --file docker/signaling.Dockerfile .
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY media-server/package.json media-server/
COPY signaling/package.json signaling/
COPY web/package.json web/

FROM manifests AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs --database-client --web

FROM manifests AS packages
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --workspace=shared --workspace=signaling

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY shared shared
COPY signaling signaling
COPY --from=build /app/signaling/src/generated signaling/src/generated
COPY --from=build /app/web/dist web/dist
COPY scripts/provideDatabase.mjs scripts/migrate.mjs scripts/
COPY scripts/database scripts/database
COPY scripts/lib scripts/lib
COPY docker/health.mjs docker/
# A volume that is mounted here for the first time belongs to whom the folder does.
RUN install -d -o node -g node -m 700 /var/lib/hoi-truong/documents
ENV DOCUMENT_DIR=/var/lib/hoi-truong/documents
# Everything else belongs to root: who breaks into the program cannot change it.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "docker/health.mjs", "http://127.0.0.1:4000/readyz"]
CMD ["node", "signaling/src/main.ts"]
