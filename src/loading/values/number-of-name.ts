const FNV_OFFSET = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;

/** A number by which tables keep a name, from 1 to 2^31. Other names may have the same: what is found proves its name. */
export function numberOfName(name: string): number {
  let hash = FNV_OFFSET;
  for (const byte of Buffer.from(name.toUpperCase())) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return (hash >>> 1) + 1;
}
