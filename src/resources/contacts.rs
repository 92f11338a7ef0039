//! Contacts: people that agents talk to.

use super::shared::Confirmation;

operations! {
    /// Contacts: people that agents talk to.
    pub Contacts = "contacts";

    /// Creates a contact.
    // Reference: Create a contact (`create-a-contact`); legacy: Create a Contact.
    #[see = "contacts/create-a-contact"]
    #[example = r#"
        const { id } = await client.contacts.create({
          name: "Ada",
          phone_number: "+14155550123",
          contact_metadata: { company: "Example Ltd" },
        });
    "#]
    #[creates = "id contact_id"]
    fn create(; CreateContact) -> ContactCreated = POST "/contacts", non_idempotent;

    /// Lists the contacts of the workspace.
    // Reference: List contacts (`list-contacts`); legacy: List Contacts.
    #[see = "contacts/list-contacts"]
    #[example = r#"
        for await (const contact of client.contacts.list({ search: "+1415555" })) {
          console.log(contact.id, contact.name);
        }
    "#]
    fn list(; ListContacts) -> Contact = GET "/contacts" page "items", safe, page;

    /// Gets a contact.
    // Reference: Get a contact (`getAContact`); legacy: Get a Contact.
    #[see = "contacts/get-a-contact"]
    fn get(contact_id) -> Contact = GET "/contacts/{contact_id}", safe;

    /// Updates a contact. Omitted fields keep their values.
    // Reference: Update a contact (`update-a-contact`); legacy: Update a Contact.
    #[see = "contacts/update-a-contact"]
    #[example = r#"
        await client.contacts.update("00000000-0000-4000-8000-000000000001", { email: "ada@example.com" });
    "#]
    fn update(contact_id; UpdateContact) -> Confirmation = PATCH "/contacts/{contact_id}", non_idempotent;

    /// Deletes a contact.
    // Reference: Delete a contact (`deleteAContact`); legacy: Delete a Contact.
    #[see = "contacts/delete-a-contact"]
    fn delete(contact_id) -> Confirmation = DELETE "/contacts/{contact_id}", idempotent;
}

model! {
    /// Body of `contacts.create`.
    pub struct CreateContact {
        /// Contact name.
        // Required by the reference; the legacy reference requires nothing.
        name: String,
        /// Phone number, preferably in E.164 format.
        phone_number: String = [misnamed("phone")],
        /// Email address.
        email: String,
        /// Custom fields.
        contact_metadata: ContactMetadata,
    }

    /// Body of `contacts.update`.
    pub struct UpdateContact {
        /// Contact name.
        name: String,
        /// Phone number, preferably in E.164 format.
        phone_number: String,
        /// Email address.
        email: String,
        /// Custom fields.
        contact_metadata: ContactMetadata,
    }

    /// Query of `contacts.list`.
    pub struct ListContacts {
        /// Phone number to search for, or a part of it.
        search: String = [misnamed("phone_number,phone,query"), instead("name,email", "use search, which for contacts is by phone number only")],
        /// Page number, from 1. Not documented by the API.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Not documented by the API.
        page_size: i64 = [at_least(1.0)],
        /// Page size. Maximum 100. Not documented by the API; the response is paged by `page_number`.
        // Synthflow's own published skill sends both.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first contact. Not documented by the API.
        offset: i64 = [at_least(0.0)],
    }

    /// Custom fields of a contact.
    pub struct ContactMetadata: open {
        /// Company name.
        company: String = [nullable],
    }

    /// Response of `contacts.create`.
    pub struct ContactCreated {
        /// Contact id.
        id: String = [required, filled_from("contact_id")],
    }

    /// A contact.
    // Reference: Get a contact (`getAContact`).
    pub struct Contact {
        /// Contact id.
        id: String = [required, filled_from("contact_id")],
        /// Contact name.
        name: String = [nullable],
        /// Phone number.
        phone_number: String = [nullable],
        /// Email address.
        email: String = [nullable],
        /// Custom fields.
        contact_metadata: ContactMetadata = [nullable],
        /// Workspace id.
        workspace_id: String,
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
        /// Ids of the memory stores it is attached to.
        memory_store_ids: Vec<String> = [nullable],
    }
}
