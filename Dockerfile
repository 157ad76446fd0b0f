# syntax=docker/dockerfile:1

FROM node:24-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci
COPY tsconfig.json ./
COPY scripts scripts
COPY schema schema
COPY sample sample
COPY examples examples
COPY src src
RUN npm run build

# What runs, as the lock file pins it, with the packages of both stores: elsewhere they are a choice of who installs.
FROM base AS packages
RUN npm pkg delete devDependencies peerDependencies peerDependenciesMeta \
  && npm pkg set 'dependencies.ioredis=*' 'dependencies.lmdb=*' \
  && npm ci

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
# A CACHE_DIR may be mounted here; it is open to whichever user the container is run as.
RUN mkdir -m 1777 cache
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY schema schema
COPY sample sample
COPY examples examples
USER node
EXPOSE 4000
# Live, not ready: a gateway that drains, or that NCBI keeps out, must not be restarted for it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["serve"]
