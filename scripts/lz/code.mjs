/** The function bodies of a wasm, and what each of its bytes is: as the decoder tracks it, in `write` of `unpack/src/lib.rs`. */

/** In place of an opcode: the size of a function body and the number of its groups of locals, and these groups. */
const FUNCTION = 0xf0;
const LOCALS = 0xf8;
const BR_TABLE = 0x0e;
const F64_CONST = 0x44;
const CODE_SECTION = 10;

/** Where the function bodies begin, and their length; both are 0 if the bytes are no wasm, or there are none. */
export const bodiesOf = (bytes) => {
  let at = 8;
  const leb = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    return value;
  };
  while (Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from("\0asm")) && at < bytes.length) {
    const section = bytes[at++];
    const size = leb();
    const end = at + size;
    if (section === CODE_SECTION) {
      leb();
      return [at, end - at];
    }
    at = end;
  }
  return [0, 0];
};

const within = (low, high) => (byte) => byte >= low && byte <= high;
const isBlock = within(0x02, 0x04);
const isLocalOrGlobal = within(0x20, 0x24);
const isMemory = within(0x28, 0x3e);

const operandsOf = (opcode) => {
  if (isBlock(opcode) || isLocalOrGlobal(opcode)) return 1;
  if (isMemory(opcode)) return 2;
  return { 12: 1, 13: 1, [BR_TABLE]: 2, 16: 1, 17: 2, 65: 1, 66: 1, [F64_CONST]: 8, 252: 1 }[opcode] ?? 0;
};

/** The context of each byte. */
export const contextsOf = (bytes, [start, length]) => {
  let [opcode, before, missing, depth] = [FUNCTION, 0, 2, 1];
  let isPartial = false;
  const context = () => {
    if (missing > 0) return 8 + (opcode >> 3) * 4 + (missing > 1 ? 2 : 0) + (isPartial ? 1 : 0);
    if ([0x20, 0x41, 0x6a].includes(opcode)) return 512 + (opcode & 3) * 256 + before;
    return 256 + opcode;
  };
  const instruction = (byte) => {
    [before, opcode] = [opcode, byte];
    missing = operandsOf(byte);
    if (isBlock(byte)) depth += 1;
    if (byte === 0x0b) depth -= 1;
    if (depth === 0) [opcode, missing, depth] = [FUNCTION, 2, 1];
  };
  const operand = (byte) => {
    isPartial = byte > 127 && opcode !== F64_CONST;
    if (isPartial) return;
    missing -= 1;
    if (opcode === BR_TABLE && missing === 1) [opcode, missing] = [BR_TABLE - 1, byte + 1];
    else if (opcode === FUNCTION && missing === 0) [opcode, missing] = [LOCALS, byte * 2];
  };
  return Uint16Array.from(bytes, (byte, at) => {
    if (at < start || at >= start + length) return (bytes[at - 1] ?? 0) >> 5;
    const found = context();
    if (missing > 0) operand(byte);
    else instruction(byte);
    return found;
  });
};

/** The hash of each place: matches are among those with the same. */
export const hashesOf = (bytes, contexts) =>
  contexts.map((context, at) =>
    context > 255 || at === 0 ? context : (context * 29 + bytes[at - 1] * 7) & 4095,
  );
