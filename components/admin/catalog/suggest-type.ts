/**
 * The type of context that a path parameter suggests: `storeId` → `store`, `cost_center_key` → `cost-center`; a bare `id`
 * takes what stands before it in the path, `/stores/{id}` → `store`. Empty when nothing is left.
 */
export function suggestType(parameter: string, path: string): string {
  const own = kebab(parameter).replace(/(?:^|-)(?:id|ids|key|name|slug|uuid|number|no)$/, '');
  if (own !== '') return legal(own);
  const before = path
    .slice(0, path.indexOf(`{${parameter}}`))
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return legal(
    kebab(before ?? '')
      .replace(/ies$/, 'y')
      .replace(/([^s])s$/, '$1'),
  );
}

function kebab(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function legal(text: string): string {
  const type = text.replace(/^[^a-z]+/, '').slice(0, 32);
  return type === 'global' ? '' : type;
}
