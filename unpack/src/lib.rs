//! Decompresses the core of the package, which `scripts/lz` compresses: LZ77 with an adaptive range coder, as in LZMA, with
//! contexts made for WebAssembly.
//!
//! - What a byte probably is depends on the instruction that it belongs to, or on those before it: [`Memory::context`].
//! - A match is one of the places with a similar context, counted back, instead of any at a distance.
//! - A probability adapts faster while it is new.
//! - Only the last distance can be repeated, and all numbers are coded alike: the rest of LZMA gains nothing here.
//!
//! It is a wasm of its own, without imports, allocator or stack: the caller provides the memory, see [`Memory`]. No input
//! makes it panic, write elsewhere, or run on: what is read beyond an end is zero, what is written there is dropped, and each
//! link leads to a smaller index.

#![no_std]

/// The memory of one run, which the caller passes filled with zeros except for `packed`. `pkg-template/src/unpack.js` knows
/// its layout.
#[repr(C)]
pub struct Memory {
    /// The compressed bytes.
    packed: [u8; 49_152],
    /// The decompressed bytes.
    output: [u8; 131_072],
    /// The index of the next byte of the output.
    at: u32,
    range: u32,
    code: u32,
    /// The index of the next packed byte.
    read: u32,
    /// Where function bodies begin in the output, and how many bytes they are.
    start: u32,
    length: u32,
    /// What the next byte is.
    context: u32,
    /// The last opcode, or [`FUNCTION`] or [`LOCALS`], and the one before.
    opcode: u32,
    before: u32,
    /// How many operands of it are missing.
    missing: u32,
    /// Whether the last byte was not the last one of its operand.
    is_partial: bool,
    /// How many blocks are open.
    depth: u32,
    /// The probabilities that a bit is 0: in the high half in 1/65536, with the highest bit inverted, so that zeros in memory
    /// are one half; in the low half five times the number of its uses, up to 120.
    probabilities: [u32; 331_780],
    /// The last index with each hash of a context, and for each index the one before that has the same.
    heads: [u32; 4096],
    links: [u32; 131_072],
}

// The index at which each kind of probability begins in the array that holds them all.
const LENGTH: u32 = 1280 << 8;
const LAST_LENGTH: u32 = LENGTH + 1024;
const BACK: u32 = LAST_LENGTH + 1024;
const MATCH: u32 = BACK + 1024;
const LAST: u32 = MATCH + 1024;

/// In place of an opcode: the size of a function body, and the number of its groups of locals.
const FUNCTION: u32 = 0xf0;

/// The groups of locals.
const LOCALS: u32 = 0xf8;

const BR_TABLE: u32 = 0x0e;
const F64_CONST: u32 = 0x44;

const HALF: u32 = 1 << 15;

impl Memory {
    /// Decodes `count` bits, the highest first, each with an adaptive probability for every value of those before it.
    #[inline(never)]
    fn tree(&mut self, base: u32, count: u32) -> u32 {
        let Self { mut range, mut code, mut read, .. } = *self;
        let mut node = 1_u32;
        while node >> count == 0 {
            // Restores the precision of the range, which is never 0: no probability is.
            while range >> 24 == 0 {
                range <<= 8;
                let byte = self.packed.get(read as usize).copied().unwrap_or_default();
                code = code << 8 | u32::from(byte);
                read = read.wrapping_add(1);
            }
            let Some(probability) = self.probabilities.get_mut(base.wrapping_add(node) as usize) else {
                break;
            };
            let value = *probability >> 16 ^ HALF;
            let bound = (range >> 12).wrapping_mul(value >> 4);
            let uses = *probability & 0xff;
            // It changes by half of the difference at the first use, by a 32nd from the 25th on.
            let shift = 29_u32.wrapping_sub(uses.wrapping_add(12).leading_zeros());
            node <<= 1;
            let change = if code < bound {
                range = bound;
                (HALF << 1).wrapping_sub(value) >> shift
            } else {
                range = range.wrapping_sub(bound);
                code = code.wrapping_sub(bound);
                node |= 1;
                (value >> shift).wrapping_neg()
            };
            let use_once = if uses < 120 { 5 } else { 0 };
            *probability = probability.wrapping_add(change << 16).wrapping_add(use_once);
        }
        (self.range, self.code, self.read) = (range, code, read);
        node & !(1 << count)
    }

    /// Decodes a bit with the adaptive probability of an index.
    #[inline(always)]
    fn bit(&mut self, index: u32) -> u32 {
        self.tree(index.wrapping_sub(1), 1)
    }

    /// Decodes a number: how many bits it has, less 1, and the bits after the highest one.
    #[inline(never)]
    fn number(&mut self, base: u32) -> u32 {
        let mut count = self.tree(base, 5);
        let base = base.wrapping_add(count << 5);
        let mut number = 1_u32;
        while count > 0 {
            count = count.wrapping_sub(1);
            number = number << 1 | self.bit(base.wrapping_add(count));
        }
        number
    }

    /// What the next byte is, in the code: an operand of an instruction, or the opcode after one.
    #[inline(always)]
    fn context(&self) -> u32 {
        if self.missing > 0 {
            let operand = u32::from(self.missing > 1) << 1 | u32::from(self.is_partial);
            (self.opcode >> 3 << 2 | operand).wrapping_add(8)
        } else if matches!(self.opcode, 0x20 | 0x41 | 0x6a) {
            // After these, which are frequent, the instruction before says more.
            ((self.opcode & 3) << 8 | self.before).wrapping_add(512)
        } else {
            self.opcode.wrapping_add(256)
        }
    }

    /// Appends a byte to the output.
    #[inline(never)]
    fn write(&mut self, byte: u32) {
        if let Some(place) = self.output.get_mut(self.at as usize) {
            *place = byte as u8;
        }
        self.at = self.at.wrapping_add(1);
        // Elsewhere than in code, what follows a byte.
        let mut context = byte >> 5;
        if self.at.wrapping_sub(self.start) < self.length {
            self.track(byte);
            context = self.context();
        }
        self.context = context;
        let mut hash = context;
        if context < 256 {
            hash = context.wrapping_mul(29).wrapping_add(byte.wrapping_mul(7)) & 4095;
        }
        if let (Some(head), Some(link)) =
            (self.heads.get_mut(hash as usize), self.links.get_mut(self.at as usize))
        {
            *link = *head;
            *head = self.at;
        }
    }

    /// Follows the instructions by a byte.
    #[inline(always)]
    fn track(&mut self, byte: u32) {
        if self.missing == 0 {
            self.before = self.opcode;
            self.opcode = byte;
            self.missing = match byte {
                0x02..=0x04 => {
                    self.depth = self.depth.wrapping_add(1);
                    1
                }
                0x0b => {
                    self.depth = self.depth.wrapping_sub(1);
                    if self.depth == 0 { self.begin() } else { 0 }
                }
                0x0c | 0x0d | 0x10 | 0x20..=0x24 | 0x41 | 0x42 | 0xfc => 1,
                BR_TABLE | 0x11 | 0x28..=0x3e => 2,
                F64_CONST => 8,
                _ => 0,
            };
            return;
        }
        self.is_partial = byte > 127 && self.opcode != F64_CONST;
        if self.is_partial {
            return;
        }
        self.missing = self.missing.wrapping_sub(1);
        match (self.opcode, self.missing) {
            (BR_TABLE, 1) => {
                self.opcode = BR_TABLE - 1;
                self.missing = byte.wrapping_add(1);
            }
            (FUNCTION, 0) => {
                self.opcode = LOCALS;
                self.missing = byte << 1;
            }
            _ => {}
        }
    }

    /// Begins a function; returns the number of its operands.
    #[inline(always)]
    fn begin(&mut self) -> u32 {
        self.depth = 1;
        self.opcode = FUNCTION;
        2
    }
}

/// Decompresses `size` bytes, of which `length` from `start` on are function bodies.
#[unsafe(no_mangle)]
pub extern "C" fn unpack(memory: &mut Memory, size: u32, start: u32, length: u32) {
    // The first bit reads three bytes.
    memory.range = 1;
    memory.start = start;
    memory.length = length;
    // With the byte before the bodies, the last one of their number.
    memory.missing = memory.begin().wrapping_add(1);
    // 2 after a match, 1 after one literal, 0 after more of them.
    let mut state = 0_u32;
    let mut distance = 0;
    while memory.at < size {
        let context = memory.context;
        if memory.bit(MATCH.wrapping_add(context.min(255) << 2).wrapping_add(state)) == 0 {
            let byte = memory.tree(context << 8, 8);
            memory.write(byte);
            state >>= 1;
            continue;
        }
        let mut length;
        if memory.bit(LAST.wrapping_add(state)) == 0 {
            length = memory.number(LENGTH);
            let mut from = memory.at;
            let mut back = memory.number(BACK);
            while back > 0 && from > 0 {
                from = memory.links.get(from as usize).copied().unwrap_or_default();
                back = back.wrapping_sub(1);
            }
            distance = memory.at.wrapping_sub(from);
        } else {
            length = memory.number(LAST_LENGTH);
        }
        state = 2;
        // A match is of two bytes or more.
        length = length.saturating_add(1);
        while length > 0 && memory.at < size {
            let from = memory.at.wrapping_sub(distance);
            let byte = memory.output.get(from as usize).copied().unwrap_or_default();
            memory.write(byte.into());
            length = length.wrapping_sub(1);
        }
    }
}

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
