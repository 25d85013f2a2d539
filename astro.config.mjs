import { defineConfig } from 'astro/config';
import { designPage } from './src/design/routes.ts';

/** Pages are static files: no server is needed to serve them, and no script to read them. */
export default defineConfig({
  ...(process.env.MILEPOST_SITE ? { site: process.env.MILEPOST_SITE } : {}),
  base: process.env.MILEPOST_BASE ?? '/',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets', concurrency: 16 },
  compressHTML: true,
  // Scripts are files: a site may forbid those within a page by its content security policy.
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [designPage()],
  devToolbar: { enabled: false },
  prefetch: false,
});
