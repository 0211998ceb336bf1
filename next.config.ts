import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { barePolicy, everyAnswer } from './lib/platform/constant-headers'

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // A page's own policy, with its nonce, is middleware.ts's.
  headers: async () => [
    { source: '/:path*', headers: listed(everyAnswer) },
    { source: '/api/:path*', headers: listed(barePolicy) },
  ],
  // The optimizer had a remote-code hole in August 2026, and we serve no photographs through it.
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    '@node-rs/argon2',
    'nodemailer',
    'rate-limiter-flexible',
    'write-excel-file',
    'pdfmake',
    'yazl',
    'sharp',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' }, optimizePackageImports: ['lucide-react', 'radix-ui'] },
  // Compression belongs to the proxy in front; on one machine without one Next does it.
  compress: process.env.TRUST_PROXY !== 'true',
  typescript: { ignoreBuildErrors: process.env.SKIP_TYPE_CHECK === 'true' },
}

export default createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // Texts become small programs when the site is built: neither the server nor a phone parses ICU on its way.
  experimental: { messages: { path: './messages', format: 'json', locales: ['es', 'en'], precompile: true } },
})(config)
