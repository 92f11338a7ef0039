//! The allocator of the npm package: a list of free blocks for each size, which are powers of two. It is smaller and
//! faster than a general one, and what is freed is used again for the same size, so that the memory does not grow with
//! the number of requests.
#![allow(unsafe_code)]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// The smallest block, as the exponent of its size: it holds the address of the next free one, and any number is aligned.
const SMALLEST: u32 = 4;

/// A page of the memory.
const PAGE: usize = 65_536;

struct State {
    /// The first free block of each size, from the smallest; each begins with the address of the next one.
    free: [*mut u8; 28],
    /// Where the memory that was never used begins and ends.
    begin: usize,
    end: usize,
}

/// The allocator. For one thread: the package is built without threads.
pub struct Blocks(UnsafeCell<State>);

// SAFETY: there is one thread.
unsafe impl Sync for Blocks {}

impl Blocks {
    /// Without any memory yet.
    pub const fn new() -> Self {
        Self(UnsafeCell::new(State { free: [null_mut(); 28], begin: 0, end: 0 }))
    }
}

/// The index of the size of a block for a layout.
fn class_of(layout: Layout) -> usize {
    let size = layout.size().max(layout.align()).max(1);
    let exponent = usize::BITS.wrapping_sub(size.wrapping_sub(1).leading_zeros());
    exponent.saturating_sub(SMALLEST) as usize
}

// SAFETY: a block is handed out once until it is freed: it is either taken out of its list, or cut from memory that was
// never used. It is as large as its class and aligned to that.
unsafe impl GlobalAlloc for Blocks {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: there is one thread, and nothing below calls the allocator.
        let state = unsafe { &mut *self.0.get() };
        let class = class_of(layout);
        let Some(first) = state.free.get_mut(class) else { return null_mut() };
        if !first.is_null() {
            let block = *first;
            // SAFETY: a free block begins with the address of the next one.
            *first = unsafe { *block.cast::<*mut u8>() };
            return block;
        }
        let size = 1_usize << (class as u32).wrapping_add(SMALLEST);
        // Aligned to its size, but no more than to a page.
        let mask = size.min(PAGE).wrapping_sub(1);
        let mut block = state.begin.wrapping_add(mask) & !mask;
        let fits = block >= state.begin && block.checked_add(size).is_some_and(|end| end <= state.end);
        if !fits {
            let pages = size.div_ceil(PAGE);
            let before = memory_grow::<0>(pages);
            if before == usize::MAX {
                return null_mut();
            }
            block = before.wrapping_mul(PAGE);
            state.end = memory_size::<0>().wrapping_mul(PAGE);
        }
        state.begin = block.wrapping_add(size);
        block as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above; the block is not in use any more, and large enough for an address.
        unsafe {
            if let Some(first) = (*self.0.get()).free.get_mut(class_of(layout)) {
                *block.cast::<*mut u8>() = *first;
                *first = block;
            }
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's duties are those of the three functions called.
        unsafe {
            let larger = Layout::from_size_align_unchecked(size, layout.align());
            if class_of(larger) == class_of(layout) {
                return block;
            }
            let new = self.alloc(larger);
            if !new.is_null() {
                new.copy_from_nonoverlapping(block, layout.size().min(size));
                self.dealloc(block, layout);
            }
            new
        }
    }
}
