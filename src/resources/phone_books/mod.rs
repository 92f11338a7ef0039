//! Phone books: to whom an agent may transfer a call.

pub mod entries;

use super::shared::Confirmation;

operations! {
    /// Phone books: to whom an agent may transfer a call. See `LiveTransferToPhoneBook`.
    pub PhoneBooks = "phoneBooks";

    /// Creates a phone book. It is empty: see `phoneBooks.entries.create`.
    // Reference: Create a phone book (`createAPhoneBook`); legacy: Create a Phone Book.
    #[see = "phone-books/create-a-phone-book"]
    fn create(; CreatePhoneBook) -> PhoneBookCreated = POST "/phonebooks", non_idempotent creates "key id";

    /// Lists the phone books of the workspace.
    // Reference: List phone books (`listPhoneBooks`); legacy: List Phone Books.
    #[see = "phone-books/list-phone-books"]
    fn list(; ListPhoneBooks) -> PhoneBook = GET "/phonebooks" page "items", safe, page;

    /// Deletes a phone book and its entries.
    // Reference: Delete a phone book (`deleteAPhoneBook`); legacy: Delete a Phone Book.
    #[see = "phone-books/delete-a-phone-book"]
    fn delete(phone_book_id) -> Confirmation = DELETE "/phonebooks/{phone_book_id}", idempotent;
}

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
impl<'client> PhoneBooks<'client> {
    /// Entries of phone books.
    #[must_use]
    pub fn entries(self) -> entries::PhoneBookEntries<'client> {
        entries::PhoneBookEntries::new(self.0)
    }
}

model! {
    /// Body of `phoneBooks.create`.
    pub struct CreatePhoneBook {
        /// Name.
        name: String = [required],
    }

    /// Query of `phoneBooks.list`. The answer is paged; the reference does not name these two.
    pub struct ListPhoneBooks {
        /// Number of the page, from 1.
        page_number: i64,
        /// Phone books per page.
        page_size: i64,
    }

    /// Answer of `phoneBooks.create`.
    pub struct PhoneBookCreated {
        /// Id of the phone book.
        key: String,
    }

    /// A phone book.
    // Reference: List phone books (`listPhoneBooks`).
    pub struct PhoneBook {
        /// Its id.
        phone_book_id: String,
        /// Workspace.
        workspace_id: String,
        /// Name.
        name: String,
        /// How many entries it has.
        entry_count: f64,
        /// Agents that use it.
        agents: Vec<serde_json::Value>,
    }
}
