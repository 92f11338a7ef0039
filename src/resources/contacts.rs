//! Contacts: people an agent talks to.

use super::shared::Confirmation;

operations! {
    /// Contacts: people an agent talks to.
    pub Contacts = "contacts";

    /// Creates a contact.
    // Reference: Create a contact (`create-a-contact`); legacy: Create a Contact.
    #[see = "contacts/create-a-contact"]
    fn create(; CreateContact) -> ContactCreated = POST "/contacts", non_idempotent creates "id contact_id";

    /// Lists the contacts of the workspace.
    // Reference: List contacts (`list-contacts`); legacy: List Contacts.
    #[see = "contacts/list-contacts"]
    fn list(; ListContacts) -> Contact = GET "/contacts" page "items", safe, page;

    /// Gets a contact.
    // Reference: Get a contact (`getAContact`); legacy: Get a Contact.
    #[see = "contacts/get-a-contact"]
    fn get(contact_id) -> Contact = GET "/contacts/{contact_id}", safe;

    /// Updates a contact. Only the fields that are given change.
    // Reference: Update a contact (`update-a-contact`); legacy: Update a Contact.
    #[see = "contacts/update-a-contact"]
    fn update(contact_id; UpdateContact) -> Confirmation = PATCH "/contacts/{contact_id}", non_idempotent;

    /// Deletes a contact.
    // Reference: Delete a contact (`deleteAContact`); legacy: Delete a Contact.
    #[see = "contacts/delete-a-contact"]
    fn delete(contact_id) -> Confirmation = DELETE "/contacts/{contact_id}", idempotent;
}

model! {
    /// Body of `contacts.create`.
    pub struct CreateContact {
        /// Name.
        name: String = [required],
        /// Phone number; E.164 is best.
        phone_number: String = [required],
        /// Email address.
        email: String,
        /// What else is known.
        contact_metadata: ContactMetadata,
    }

    /// Body of `contacts.update`: only the fields that are given change.
    pub struct UpdateContact {
        /// Name.
        name: String,
        /// Phone number; E.164 is best.
        phone_number: String,
        /// Email address.
        email: String,
        /// What else is known.
        contact_metadata: ContactMetadata,
    }

    /// Query of `contacts.list`.
    pub struct ListContacts {
        /// The phone number, or a part of it.
        search: String,
        /// Number of the page, from 1. The answer is paged; the reference does not name it.
        page_number: i64,
        /// Contacts per page. The answer is paged; the reference does not name it.
        page_size: i64,
    }

    /// What else is known of a contact: fields of your own.
    pub struct ContactMetadata: open {
        /// Company.
        company: String = [nullable],
    }

    /// Answer of `contacts.create`.
    pub struct ContactCreated {
        /// Id of the contact.
        id: String,
    }

    /// A contact.
    // Reference: Get a contact (`getAContact`).
    pub struct Contact {
        /// Its id.
        id: String,
        /// Name.
        name: String = [nullable],
        /// Phone number.
        phone_number: String = [nullable],
        /// Email address.
        email: String = [nullable],
        /// What else is known.
        contact_metadata: ContactMetadata = [nullable],
        /// Workspace.
        workspace_id: String,
        /// When it was added, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
        /// Memory stores it is attached to.
        memory_store_ids: Vec<serde_json::Value> = [nullable],
    }
}
