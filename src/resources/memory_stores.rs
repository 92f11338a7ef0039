//! Memory stores: what agents remember of contacts.

use super::shared::Done;

operations! {
    /// Memory stores: what agents remember of contacts from one call to the next.
    pub MemoryStores = "memoryStores";

    /// Creates a memory store.
    ///
    /// Reference: Create a memory store (`create-a-memory-store`); seed: Create a Memory Store.
    fn create(; CreateMemoryStore) -> MemoryStore = POST "/memory_stores", never_blind creates "id memory_store_id";

    /// Lists the memory stores of the workspace.
    ///
    /// Reference: List memory stores (`list-memory-stores`); seed: List Memory Stores.
    fn list(; ListMemoryStores) -> MemoryStore = GET "/memory_stores" page "items", safe, page;

    /// Gets a memory store.
    ///
    /// Reference: Get a memory store (`getAMemoryStore`); seed: Get a Memory Store.
    fn get(memory_store_id) -> MemoryStore = GET "/memory_stores/{memory_store_id}", safe;

    /// Updates a memory store. Only the fields that are given change.
    ///
    /// Reference: Update a memory store (`updateAMemoryStore`); seed: Update a Memory Store.
    fn update(memory_store_id; UpdateMemoryStore) -> MemoryStoreUpdated
        = PATCH "/memory_stores/{memory_store_id}", never_blind;

    /// Deletes a memory store and what is remembered in it.
    ///
    /// Reference: Delete a memory store (`deleteAMemoryStore`); seed: Delete a Memory Store.
    fn delete(memory_store_id) -> Done = DELETE "/memory_stores/{memory_store_id}", idempotent;

    /// Attaches a memory store to an agent, whose id is `assistant_id` here.
    ///
    /// Reference: Attach a memory store to an agent (`attachAMemoryStoreToAnAgent`); seed: Attach a Memory Store to an Agent.
    fn attach_agent(memory_store_id, assistant_id) -> Done
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/attach", never_blind;

    /// Detaches a memory store from an agent, whose id is `assistant_id` here.
    ///
    /// Reference: Detach a memory store from an agent (`detachAMemoryStoreFromAnAgent`); seed: Detach a Memory Store from an Agent.
    fn detach_agent(memory_store_id, assistant_id) -> Done
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/detach", never_blind;

    /// Attaches a contact to a memory store: what it says is remembered there.
    ///
    /// Reference: Attach a contact to a memory store (`attachAContactToAMemoryStore`); seed: Attach a Contact to a Memory Store.
    fn attach_contact(memory_store_id, contact_id) -> Done
        = POST "/memory_stores/{memory_store_id}/contacts/{contact_id}/attach", never_blind;

    /// Detaches a contact from a memory store.
    ///
    /// Reference: Detach a contact from a memory store (`detachAContactFromAMemoryStore`); seed: Detach a Contact from a Memory Store.
    fn detach_contact(memory_store_id, contact_id) -> Done
        = POST "/memory_stores/{memory_store_id}/contacts/{contact_id}/detach", never_blind;

    /// Gets what a memory store remembers of a contact.
    ///
    /// Reference: Get data for a specific memory store and contact (`getDataForASpecificMemoryStoreAndContact`);
    /// seed: Get Data for a Specific Memory Store and Contact.
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
    ///
    /// Reference: Create a memory store (`create-a-memory-store`), Get a memory store (`getAMemoryStore`).
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
