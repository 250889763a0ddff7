/** The members of a path that matches a template; null for a path that does not. */
export type PathMatcher = (path: string) => Record<string, string> | null;

/**
 * Matches a template such as `/api/v1/users/{id}` exactly, one segment a brace. Each value is decoded once; one that cannot be
 * decoded, is empty or hides a slash matches nothing. One slash at the end is overlooked.
 */
export function pathMatcher(template: string): PathMatcher {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '([^/]+)';
    })
    .join('');
  const expression = new RegExp(`^${pattern}/?$`);
  return (path) => {
    const match = expression.exec(path);
    if (match === null) return null;
    const values: Record<string, string> = {};
    for (const [index, name] of names.entries()) {
      const value = decode(match[index + 1] ?? '');
      if (value === null) return null;
      values[name] = value;
    }
    return values;
  };
}

function decode(text: string): string | null {
  try {
    const value = decodeURIComponent(text);
    return value === '' || value.includes('/') ? null : value;
  } catch {
    return null;
  }
}
