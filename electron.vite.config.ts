import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

/** A path of this checkout. */
const here = (path: string) => resolve(import.meta.dirname, path)

/** 1.4 MB that every export would load and none calls; src-main/pdf/absent.ts says why. */
const absent = here('src-main/pdf/absent.ts')
const withoutTextOfPdfkit = {
  name: 'without-text-of-pdfkit',
  enforce: 'pre',
  resolveId: (source: string, importer?: string) => (/[\\/]pdfkit[\\/]/.test(importer ?? '') && ['fontkit', 'linebreak'].includes(source) ? absent : null),
} as const

export default defineConfig({
  main: {
    plugins: [withoutTextOfPdfkit],
    // fflate's build for Node names a variable require, as electron-vite does in the same chunk.
    resolve: { alias: { 'brotli/decompress.js': absent, fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: here('src-main/index.ts'),
          cli: here('src-main/cli.ts'),
          serve: here('src-main/serve/start.ts'),
          // Threads' files, which run-thread.ts looks for by these names.
          'export-worker': here('src-main/services/export-worker.ts'),
          'face-worker': here('src-main/services/face-worker.ts'),
          'pdf-worker': here('src-main/services/pdf-worker.ts'),
        },
        // pdf.js finds its fonts and its own worker beside itself.
        external: ['electron', 'better-sqlite3', 'sharp', '@napi-rs/canvas', /^pdfjs-dist/],
        // Every export loads @cantoo/pdf-lib to read its files again: only what reads is taken of it.
        treeshake: { moduleSideEffects: (id) => !id.includes('@cantoo/pdf-lib') },
      },
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is loaded as CommonJS.
      rollupOptions: { input: here('src-main/preload.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    // Less to read and compile before the window shows.
    build: {
      outDir: 'out/renderer',
      minify: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: {
        input: here('src-renderer/index.html'),
        // What the window shares with its lazy parts, in one file: thirty small ones take longer to fetch.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
      },
    },
  },
})
