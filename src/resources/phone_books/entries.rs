//! Entries of a phone book.

use super::super::shared::Confirmation;

operations! {
    /// Entries of a phone book.
    pub PhoneBookEntries = "phoneBooks.entries";

    /// Adds an entry to a phone book.
    // Reference: Create a phone book entry (`createAPhoneBookEntry`); legacy: Create a Phone Book Entry.
    #[see = "phone-books/create-a-phone-book-entry"]
    #[example = r#"
        await client.phoneBooks.entries.create("00000000-0000-4000-8000-000000000007", {
          phone_number: "+14155550123",
          transfer_condition: "The caller has a question about an invoice.",
        });
    "#]
    #[creates = "key id"]
    fn create(phone_book_id; CreatePhoneBookEntry) -> PhoneBookEntryCreated
        = POST "/phonebooks/{phone_book_id}/entries", non_idempotent;

    /// Deletes an entry.
    // Reference: Delete a phone book entry (`deleteAPhoneBookEntry`); legacy: Delete a Phone Book Entry.
    #[see = "phone-books/delete-a-phone-book-entry"]
    fn delete(phone_book_id, entry_id) -> Confirmation
        = DELETE "/phonebooks/{phone_book_id}/entries/{entry_id}", idempotent;
}

model! {
    /// Body of `phone_books.entries.create`.
    pub struct CreatePhoneBookEntry {
        /// Number to transfer to, preferably in E.164 format.
        phone_number: String = [required],
        /// Condition under which a call is transferred to it.
        transfer_condition: String = [required],
    }

    /// Response of `phone_books.entries.create`.
    pub struct PhoneBookEntryCreated {
        /// Entry id.
        key: String = [required],
    }
}
