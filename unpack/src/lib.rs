//! Decompresses the core of the package, which `scripts/lzma` compresses: LZMA with two changes that are worth 2 % of it.
//!
//! - A probability adapts faster while it is new.
//! - Whether a match follows depends on the byte before, not on the position.
//!
//! Otherwise it is as specified, with lc = 3, lp = 0, pb = 0, no header, no dictionary beyond the output, no end marker
//! (the size is known), and without the zeros at the end.
//!
//! It is a wasm of its own, without imports, allocator or stack: the caller provides the memory, see [`Memory`]. No input
//! makes it panic, write elsewhere, or run longer than its size takes: what is read beyond an end is zero, and what is
//! written there is dropped.

#![no_std]

/// The memory of one run, which the caller passes filled with zeros except for `packed`. `pkg-template/src/unpack.js` knows
/// its layout: the first three parts, the packed bytes and the output begin at multiples of 49,152.
#[repr(C)]
pub struct Memory {
    range: u32,
    code: u32,
    /// The index of the next packed byte.
    read: u32,
    probabilities: [Probability; 12_285],
    /// The compressed bytes.
    packed: [u8; 49_152],
    /// The decompressed bytes.
    output: [u8; 131_072],
}

/// The probability that a bit is 0.
#[repr(C)]
struct Probability {
    /// In 1/65536, with the highest bit inverted, so that zeros in memory are one half.
    inverted: u16,
    /// How often it was used, up to 56.
    uses: u16,
}

// The index at which each kind of probability begins in the array that holds them all.
const REP: u32 = 0;
const REP_G0: u32 = 12;
const REP_G1: u32 = 24;
const REP_G2: u32 = 36;
const REP0_LONG: u32 = 48;
const SLOTS: u32 = 60;
const SPECIAL: u32 = 316;
const ALIGN: u32 = 444;
const LENGTH: u32 = 460;
const REP_LENGTH: u32 = LENGTH + 274;
const LITERAL: u32 = REP_LENGTH + 274;
const MATCH: u32 = LITERAL + 768 * 8;

const HALF: u32 = 1 << 15;

impl Memory {
    /// Appends a packed byte to the code.
    fn shift(&mut self) {
        let byte = self.packed.get(self.read as usize).copied().unwrap_or_default();
        self.code = self.code << 8 | u32::from(byte);
        self.read = self.read.wrapping_add(1);
    }

    /// Restores the precision of the range, which is never 0: no probability is.
    #[inline(always)]
    fn normalize(&mut self) {
        while self.range >> 24 == 0 {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Decodes a bit with the adaptive probability of an index.
    #[inline(never)]
    fn bit(&mut self, index: u32) -> u32 {
        self.normalize();
        let Some(probability) = self.probabilities.get_mut(index as usize) else { return 0 };
        let value = u32::from(probability.inverted) ^ HALF;
        let bound = (self.range >> 12).wrapping_mul(value >> 4);
        // It changes by a quarter of the difference at the first use, by a 32nd from the 57th on.
        let rate = u32::from(probability.uses).wrapping_add(8);
        if rate < 64 {
            probability.uses = probability.uses.wrapping_add(1);
        }
        let one = self.code >= bound;
        let changed = if one {
            self.range = self.range.wrapping_sub(bound);
            self.code = self.code.wrapping_sub(bound);
            value.wrapping_sub((value << 1).checked_div(rate).unwrap_or_default())
        } else {
            self.range = bound;
            let rest = (HALF << 1).wrapping_sub(value);
            value.wrapping_add((rest << 1).checked_div(rate).unwrap_or_default())
        };
        probability.inverted = (changed ^ HALF) as u16;
        one.into()
    }

    /// Decodes bits that are 0 or 1 with the same probability.
    fn direct(&mut self, count: u32) -> u32 {
        let mut value = 0;
        for _ in 0..count {
            self.normalize();
            self.range >>= 1;
            value <<= 1;
            if self.code >= self.range {
                self.code = self.code.wrapping_sub(self.range);
                value |= 1;
            }
        }
        value
    }

    /// Decodes `count` bits, the highest first, each with a probability for every value of those before it.
    #[inline(never)]
    fn tree(&mut self, base: u32, count: u32) -> u32 {
        let mut node = 1_u32;
        while node >> count == 0 {
            node = node << 1 | self.bit(base.wrapping_add(node));
        }
        node.wrapping_sub(1 << count)
    }

    /// The same with the lowest bit first.
    #[inline(never)]
    fn reverse(&mut self, base: u32, count: u32) -> u32 {
        let (mut node, mut value) = (1_u32, 0);
        for step in 0..count {
            let one = self.bit(base.wrapping_add(node));
            node = node << 1 | one;
            value |= one << step;
        }
        value
    }

    /// Decodes the length of a match, less 2.
    #[inline(never)]
    fn length(&mut self, base: u32) -> u32 {
        if self.bit(base) == 0 {
            self.tree(base.wrapping_add(2), 3)
        } else if self.bit(base.wrapping_add(1)) == 0 {
            self.tree(base.wrapping_add(10), 3).wrapping_add(8)
        } else {
            self.tree(base.wrapping_add(18), 8).wrapping_add(16)
        }
    }

    /// Decodes the distance of a match, less 1.
    fn distance(&mut self, length: u32) -> u32 {
        let slot = self.tree(SLOTS.wrapping_add(length.min(3) << 6), 6);
        if slot < 4 {
            return slot;
        }
        let count = (slot >> 1).wrapping_sub(1);
        let base = (2 | slot & 1) << count;
        if slot < 14 {
            return base.wrapping_add(self.reverse(SPECIAL.wrapping_add(base).wrapping_sub(slot), count));
        }
        let high = self.direct(count.wrapping_sub(4)) << 4;
        base.wrapping_add(high).wrapping_add(self.reverse(ALIGN, 4))
    }

    /// Decodes a byte that no match contains.
    fn literal(&mut self, at: u32, state: u32, distance: u32) -> u32 {
        let base = LITERAL.wrapping_add((self.back(at, 0) >> 5).wrapping_mul(768));
        let mut symbol = 1_u32;
        // After a match, the byte that would continue it selects other probabilities, as long as its bits are right.
        let mut expected = if state < 7 { 0 } else { self.back(at, distance) | 0x100 };
        while symbol < 0x100 {
            let bit = expected >> 7 & 1;
            let context = if expected == 0 { symbol } else { symbol.wrapping_add(bit.wrapping_add(1) << 8) };
            let one = self.bit(base.wrapping_add(context));
            symbol = symbol << 1 | one;
            expected = if one == bit { expected << 1 } else { 0 };
        }
        symbol
    }

    /// The byte at a distance, less 1, before an index.
    #[inline(never)]
    fn back(&self, at: u32, distance: u32) -> u32 {
        let index = at.wrapping_sub(distance).wrapping_sub(1);
        self.output.get(index as usize).copied().unwrap_or_default().into()
    }

    #[inline(never)]
    fn write(&mut self, at: u32, byte: u32) {
        if let Some(place) = self.output.get_mut(at as usize) {
            *place = byte as u8;
        }
    }
}

/// Decompresses `size` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn unpack(memory: &mut Memory, size: u32) {
    memory.range = u32::MAX;
    for _ in 0..4 {
        memory.shift();
    }
    let (mut at, mut state) = (0_u32, 0_u32);
    let [mut last, mut second, mut third, mut fourth] = [0; 4];
    while at < size {
        let context = (state << 8).wrapping_add(memory.back(at, 0));
        if memory.bit(MATCH.wrapping_add(context)) == 0 {
            let symbol = memory.literal(at, state, last);
            memory.write(at, symbol);
            at = at.wrapping_add(1);
            state = state.saturating_sub(if state < 10 { 3 } else { 6 });
            continue;
        }
        let mut length = u32::MAX;
        let mut kind = 9;
        if memory.bit(REP.wrapping_add(state)) == 0 {
            kind = 7;
            [second, third, fourth] = [last, second, third];
            length = memory.length(LENGTH);
            last = memory.distance(length);
        } else {
            let mut is_long = 1;
            if memory.bit(REP_G0.wrapping_add(state)) == 0 {
                is_long = memory.bit(REP0_LONG.wrapping_add(state));
            } else if memory.bit(REP_G1.wrapping_add(state)) == 0 {
                [last, second] = [second, last];
            } else if memory.bit(REP_G2.wrapping_add(state)) == 0 {
                [last, second, third] = [third, last, second];
            } else {
                [last, second, third, fourth] = [fourth, last, second, third];
            }
            if is_long == 1 {
                kind = 8;
                length = memory.length(REP_LENGTH);
            }
        }
        state = if state < 7 { kind } else { kind.wrapping_add(3).min(11) };
        for _ in 0..length.wrapping_add(2) {
            let byte = memory.back(at, last);
            memory.write(at, byte);
            at = at.wrapping_add(1);
        }
    }
}

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
