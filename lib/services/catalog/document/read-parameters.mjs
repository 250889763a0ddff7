import { follow, isObject, own } from './references.mjs';

const places = new Set(['path', 'query', 'header']);
const maxParameters = 60;

/** The parameters of an operation: those of its path, then its own, which stand in for those of the same name and place. */
export function readParameters(root, lists, report) {
  const found = new Map();
  for (const { list, path } of lists) {
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      report(path, 'The parameters are not a list.');
      continue;
    }
    for (const [index, given] of list.entries()) {
      const parameter = follow(root, given);
      if (!isObject(parameter))
        report([...path, index], 'A parameter is no object, or refers to nothing in the document.');
      else keep(found, parameter);
    }
  }
  return [...found.values()].slice(0, maxParameters);
}

function keep(found, parameter) {
  const name = own(parameter, 'name');
  const place = own(parameter, 'in');
  if (typeof name !== 'string' || name === '' || !places.has(place)) return;
  const about = own(parameter, 'description');
  found.set(`${place} ${name}`, {
    name: name.slice(0, 128),
    place,
    isRequired: place === 'path' || own(parameter, 'required') === true,
    about: typeof about === 'string' && about.trim() !== '' ? about.slice(0, 300) : null,
  });
}
