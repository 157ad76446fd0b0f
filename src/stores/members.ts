/**
 * The members of an object as JSON with one member a line, so that each can be found and read by itself: JSON has no line
 * breaks inside of a value, and quotes inside of a text are escaped. Text is added to text: lists that are joined take
 * up to twice the time, and every summary of a fleet comes through here.
 */
export function writeMembers(value: object): string {
  let lines = '';
  for (const [name, member] of Object.entries(value)) {
    const json = JSON.stringify(member) as string | undefined;
    if (json !== undefined) {
      lines += `${lines === '' ? '' : ','}\n${JSON.stringify(name)}:${json}`;
    }
  }
  return `{${lines}\n}`;
}

/**
 * An object whose members are read when they are wanted: of a document summary with forty members an operation mostly
 * wants one or two, and to read them all would take most of the time that it takes to get them from a store.
 *
 * @param json - As {@link writeMembers} wrote it.
 * @throws SyntaxError when that is cut off.
 */
export function readMembers(json: string): object {
  if (!json.startsWith('{') || !json.endsWith('\n}')) {
    throw new SyntaxError('This is not an object.');
  }
  return new Proxy({}, new Members(json));
}

class Members implements ProxyHandler<object> {
  readonly #json: string;
  readonly #read = new Map<string, unknown>();
  /** Set once more was wanted than single members. */
  #whole: object | undefined;

  constructor(json: string) {
    this.#json = json;
  }

  get(target: object, name: string | symbol): unknown {
    const member = this.#whole || typeof name === 'symbol' ? undefined : this.#member(name);
    return member === undefined ? Reflect.get(this.#whole ?? target, name) : member;
  }

  has(_: object, name: string | symbol): boolean {
    return name in this.#all();
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.#all());
  }

  getOwnPropertyDescriptor(_: object, name: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#all(), name);
  }

  #member(name: string): unknown {
    if (!this.#read.has(name)) {
      this.#read.set(name, readMember(this.#json, name));
    }
    return this.#read.get(name);
  }

  #all(): object {
    this.#whole ??= JSON.parse(this.#json) as object;
    return this.#whole;
  }
}

function readMember(json: string, name: string): unknown {
  const label = `\n${JSON.stringify(name)}:`;
  const start = json.indexOf(label);
  if (start < 0) {
    return undefined;
  }
  const end = json.indexOf('\n', start + 1);
  // All but the last end in a comma.
  return JSON.parse(json.slice(start + label.length, json[end - 1] === ',' ? end - 1 : end));
}
