//! Phone books: numbers an agent may transfer a call to.

pub mod entries;

use super::shared::Confirmation;

operations! {
    /// Phone books: numbers an agent may transfer a call to. See `LiveTransferToPhoneBook`.
    pub PhoneBooks = "phoneBooks";

    /// Creates an empty phone book. Add numbers with `phone_books.entries.create`.
    // Reference: Create a phone book (`createAPhoneBook`); legacy: Create a Phone Book.
    #[see = "phone-books/create-a-phone-book"]
    #[example = r#"
        const { key } = await client.phoneBooks.create({ name: "Departments" });
    "#]
    #[creates = "key id phone_book_id"]
    fn create(; CreatePhoneBook) -> PhoneBookCreated = POST "/phonebooks", non_idempotent;

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
    /// Body of `phone_books.create`.
    pub struct CreatePhoneBook {
        /// Phone book name.
        name: String = [required],
    }

    /// Query of `phone_books.list`. Not documented by the API.
    pub struct ListPhoneBooks {
        /// Page number, from 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size.
        page_size: i64 = [at_least(1.0)],
    }

    /// Response of `phone_books.create`.
    pub struct PhoneBookCreated {
        /// Phone book id.
        key: String = [required],
    }

    /// A phone book.
    // Reference: List phone books (`listPhoneBooks`).
    pub struct PhoneBook {
        /// Phone book id.
        phone_book_id: String = [required],
        /// Workspace id.
        workspace_id: String,
        /// Phone book name.
        name: String,
        /// Number of entries.
        entry_count: f64,
        /// Ids of the agents that use it.
        agents: Vec<String>,
    }
}
