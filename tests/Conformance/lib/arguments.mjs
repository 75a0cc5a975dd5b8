// Arguments of the judges: positions, then --name=value or --name.
export function readArguments(usage, positions, defaults = {}) {
  const given = process.argv.slice(2);
  const at = given.filter(argument => !argument.startsWith('--'));
  const options = { ...defaults };
  for (const argument of given.filter(argument => argument.startsWith('--'))) {
    const [name, ...value] = argument.slice(2).split('=');
    if (!(name in defaults)) stop(`--${name} is no option. Usage: ${usage}`);
    options[name] = value.length ? value.join('=') : true;
  }
  if (at.length !== positions) stop(`Usage: ${usage}`);
  return { at, options };
}

// "1-10" or "1,5,42"
export function readSeeds(text) {
  return String(text).split(',').flatMap(part => {
    const [from, to = from] = part.split('-').map(Number);
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) stop(`"${text}" are no seeds: write 1-10 or 1,5,42.`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

export function readCount(text) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) stop(`"${text}" is no count.`);
  return count;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
