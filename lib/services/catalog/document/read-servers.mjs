import { isObject, own } from './references.mjs';

/** What stands before every path of the document, one for each server that it names, each once; `/v2`, empty for nothing. */
export function readServers(root, format) {
  if (format === 'swagger-2.0') {
    const base = own(root, 'basePath');
    return [typeof base === 'string' ? trimmed(base) : ''];
  }
  const servers = own(root, 'servers');
  if (!Array.isArray(servers)) return [''];
  const paths = servers
    .slice(0, 100)
    .map((server) => pathOf(server))
    .filter((path) => path !== null);
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function pathOf(server) {
  const url = own(server, 'url');
  if (typeof url !== 'string') return null;
  const variables = own(server, 'variables');
  const filled = url.slice(0, 2_000).replaceAll(/\{([^{}]*)\}/g, (whole, name) => {
    const value = isObject(variables) ? own(own(variables, name), 'default') : undefined;
    return value === undefined ? whole : String(value);
  });
  const path = filled.replace(/^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  return trimmed(path.startsWith('/') || path === '' ? path : `/${path}`);
}

function trimmed(path) {
  return path.replace(/\/+$/, '');
}
