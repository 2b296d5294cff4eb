import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  bin: 'application/octet-stream',
};

function readModel(file: string): Buffer {
  return readFileSync(fileURLToPath(new URL(file, import.meta.url)));
}

/**
 * Serves the weights of models/manifest.json at `models/<file>` while developing and testing, and emits
 * them under the same name into the build. Unhashed: a graph finds its shards by their plain name.
 */
export function serveModels(): Plugin {
  return {
    name: 'limber:serve-models',
    configureServer(server) {
      server.middlewares.use('/models', (request, response, next) => {
        const name = (request.url ?? '').replace(/^\//, '').replace(/\?.*$/, '');
        const entry = manifest.files.find(({ file }) => file === name);
        if (!entry) {
          next();
          return;
        }
        response.setHeader('Content-Type', types[name.split('.').pop() ?? ''] ?? '');
        response.end(readModel(name));
      });
    },
    generateBundle() {
      for (const { file } of manifest.files) {
        this.emitFile({ type: 'asset', fileName: `models/${file}`, source: readModel(file) });
      }
    },
  };
}
