//! Memory stores: what agents remember of contacts.

use super::shared::Confirmation;

operations! {
    /// Memory stores: what agents remember of contacts from one call to the next.
    pub MemoryStores = "memoryStores";

    /// Creates a memory store.
    // Reference: Create a memory store (`create-a-memory-store`); legacy: Create a Memory Store.
    #[see = "memory-stores/create-a-memory-store"]
    fn create(; CreateMemoryStore) -> MemoryStore = POST "/memory_stores", non_idempotent creates "id memory_store_id";

    /// Lists the memory stores of the workspace.
    // Reference: List memory stores (`list-memory-stores`); legacy: List Memory Stores.
    #[see = "memory-stores/list-memory-stores"]
    fn list(; ListMemoryStores) -> MemoryStore = GET "/memory_stores" page "items", safe, page;

    /// Gets a memory store.
    // Reference: Get a memory store (`getAMemoryStore`); legacy: Get a Memory Store.
    #[see = "memory-stores/get-a-memory-store"]
    fn get(memory_store_id) -> MemoryStore = GET "/memory_stores/{memory_store_id}", safe;

    /// Updates a memory store. Only the fields that are given change.
    // Reference: Update a memory store (`updateAMemoryStore`); legacy: Update a Memory Store.
    #[see = "memory-stores/update-a-memory-store"]
    fn update(memory_store_id; UpdateMemoryStore) -> MemoryStoreUpdated
        = PATCH "/memory_stores/{memory_store_id}", non_idempotent;

    /// Deletes a memory store and what is remembered in it.
    // Reference: Delete a memory store (`deleteAMemoryStore`); legacy: Delete a Memory Store.
    #[see = "memory-stores/delete-a-memory-store"]
    fn delete(memory_store_id) -> Confirmation = DELETE "/memory_stores/{memory_store_id}", idempotent;

    /// Attaches a memory store to an agent, whose id is `assistant_id` here.
    // Reference: Attach a memory store to an agent (`attachAMemoryStoreToAnAgent`); legacy: Attach a Memory
    // Store to an Agent.
    #[see = "memory-stores/attach-a-memory-store-to-an-agent"]
    fn attach_agent(memory_store_id, assistant_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/attach", non_idempotent;

    /// Detaches a memory store from an agent, whose id is `assistant_id` here.
    // Reference: Detach a memory store from an agent (`detachAMemoryStoreFromAnAgent`); legacy: Detach a
    // Memory Store from an Agent.
    #[see = "memory-stores/detach-a-memory-store-from-an-agent"]
    fn detach_agent(memory_store_id, assistant_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/detach", non_idempotent;

    /// Attaches a contact to a memory store: what it says is remembered there.
    // Reference: Attach a contact to a memory store (`attachAContactToAMemoryStore`); legacy: Attach a
    // Contact to a Memory Store.
    #[see = "memory-stores/attach-a-contact-to-a-memory-store"]
    fn attach_contact(memory_store_id, contact_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/contacts/{contact_id}/attach", non_idempotent;

    /// Detaches a contact from a memory store.
    // Reference: Detach a contact from a memory store (`detachAContactFromAMemoryStore`); legacy: Detach a
    // Contact from a Memory Store.
    #[see = "memory-stores/detach-a-contact-from-a-memory-store"]
    fn detach_contact(memory_store_id, contact_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/contacts/{contact_id}/detach", non_idempotent;

    /// Gets what a memory store remembers of a contact.
    // Reference: Get data for a specific memory store and contact
    // (`getDataForASpecificMemoryStoreAndContact`); legacy: Get Data for a Specific Memory Store and Contact.
    #[see = "memory-stores/get-data-for-a-specific-memory-store-and-contact"]
    fn get_contact_memory(memory_store_id, contact_id) -> ContactMemory
        = GET "/memory_stores/{memory_store_id}/contacts/{contact_id}/memory_data", safe;
}

model! {
    /// Body of `memoryStores.create`.
    pub struct CreateMemoryStore {
        /// Name.
        title: String,
        /// What it is for.
        description: String,
    }

    /// Body of `memoryStores.update`: only the fields that are given change.
    pub struct UpdateMemoryStore {
        /// Name.
        title: String,
        /// What it is for.
        description: String,
    }

    /// Query of `memoryStores.list`.
    pub struct ListMemoryStores {
        /// Part of the name.
        search: String,
        /// Number of the page, from 1. The answer is paged; the reference does not name it.
        page_number: i64,
        /// Memory stores per page. The answer is paged; the reference does not name it.
        page_size: i64,
    }

    /// Answer of `memoryStores.update`.
    pub struct MemoryStoreUpdated {
        /// Its id.
        id: String,
    }

    /// A memory store. What is answered when it is created and when it is read is not the same.
    // Reference: Create a memory store (`create-a-memory-store`), Get a memory store (`getAMemoryStore`).
    pub struct MemoryStore {
        /// Its id.
        id: String,
        /// Name.
        title: String = [nullable],
        /// What it is for, in `memoryStores.create`.
        description: String = [nullable],
        /// Workspace.
        workspace_id: String,
        /// How many contacts it has, in `memoryStores.create`.
        number_of_contacts: i64 = [nullable],
        /// How many agents it has, in `memoryStores.create`.
        number_of_agents: i64 = [nullable],
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
        /// Its contacts, in `memoryStores.get` and `memoryStores.list`.
        contact_ids: Vec<serde_json::Value> = [nullable],
    }

    /// What a memory store remembers of a contact.
    pub struct ContactMemory {
        /// The memory store.
        memory_store_id: String,
        /// Its name.
        memory_store_title: String = [nullable],
        /// What is remembered.
        memory: String = [nullable],
        /// When it was first written, ISO 8601.
        created_at: String,
        /// When it was last written, ISO 8601.
        updated_at: String,
    }
}
