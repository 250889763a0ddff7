/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // In development Next would print the arguments of server actions, passwords among them (AUD-3).
  logging: { serverFunctions: false },
  turbopack: { root: import.meta.dirname },
  // The optimiser is a door to the network and has had holes; unoptimised, /_next/image answers 404 (WEB-11).
  images: { unoptimized: true },
  // Native code, workers and packages that must exist once beside server.ts are loaded by Node, not bundled.
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
    'bcryptjs',
    'pino',
  ],
  experimental: {
    taint: true,
    // The front lets 64 KB through (WEB-10), and more for a document of the catalog alone: lib/http/server/page-body-limit.ts.
    serverActions: { bodySizeLimit: '11mb' },
  },
  // `npm run check` is where types are checked; a start on a user's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
};
