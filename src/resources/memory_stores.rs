//! Memory stores: what agents remember about contacts.

use super::shared::Confirmation;

operations! {
    /// Memory stores: what agents remember about contacts from one call to the next.
    pub MemoryStores = "memoryStores";

    /// Creates a memory store.
    // Reference: Create a memory store (`create-a-memory-store`); legacy: Create a Memory Store.
    #[see = "memory-stores/create-a-memory-store"]
    #[example = r#"
        const { id } = await client.memoryStores.create({ title: "Customers" });
    "#]
    #[creates = "id memory_store_id"]
    fn create(; CreateMemoryStore) -> MemoryStore = POST "/memory_stores", non_idempotent;

    /// Lists the memory stores of the workspace.
    // Reference: List memory stores (`list-memory-stores`); legacy: List Memory Stores.
    #[see = "memory-stores/list-memory-stores"]
    fn list(; ListMemoryStores) -> MemoryStore = GET "/memory_stores" page "items", safe, page;

    /// Gets a memory store.
    // Reference: Get a memory store (`getAMemoryStore`); legacy: Get a Memory Store.
    #[see = "memory-stores/get-a-memory-store"]
    fn get(memory_store_id) -> MemoryStore = GET "/memory_stores/{memory_store_id}", safe;

    /// Updates a memory store. Omitted fields keep their values.
    // Reference: Update a memory store (`updateAMemoryStore`); legacy: Update a Memory Store.
    #[see = "memory-stores/update-a-memory-store"]
    fn update(memory_store_id; UpdateMemoryStore) -> MemoryStoreUpdated
        = PATCH "/memory_stores/{memory_store_id}", non_idempotent;

    /// Deletes a memory store and its contents.
    // Reference: Delete a memory store (`deleteAMemoryStore`); legacy: Delete a Memory Store.
    #[see = "memory-stores/delete-a-memory-store"]
    fn delete(memory_store_id) -> Confirmation = DELETE "/memory_stores/{memory_store_id}", idempotent;

    /// Attaches a memory store to an agent. `assistant_id` is the agent's `model_id`.
    // Reference: Attach a memory store to an agent (`attachAMemoryStoreToAnAgent`); legacy: Attach a Memory
    // Store to an Agent.
    #[see = "memory-stores/attach-a-memory-store-to-an-agent"]
    #[example = r#"
        await client.memoryStores.attachAgent(
          "00000000-0000-4000-8000-000000000002",
          "1700000000000x222222222222222222",
        );
    "#]
    fn attach_agent(memory_store_id, assistant_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/attach", non_idempotent;

    /// Detaches a memory store from an agent. `assistant_id` is the agent's `model_id`.
    // Reference: Detach a memory store from an agent (`detachAMemoryStoreFromAnAgent`); legacy: Detach a
    // Memory Store from an Agent.
    #[see = "memory-stores/detach-a-memory-store-from-an-agent"]
    fn detach_agent(memory_store_id, assistant_id) -> Confirmation
        = POST "/memory_stores/{memory_store_id}/assistants/{assistant_id}/detach", non_idempotent;

    /// Attaches a contact to a memory store, which then remembers its calls.
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

    /// Gets what a memory store remembers about a contact.
    // Reference: Get data for a specific memory store and contact
    // (`getDataForASpecificMemoryStoreAndContact`); legacy: Get Data for a Specific Memory Store and Contact.
    #[see = "memory-stores/get-data-for-a-specific-memory-store-and-contact"]
    fn get_contact_memory(memory_store_id, contact_id) -> ContactMemory
        = GET "/memory_stores/{memory_store_id}/contacts/{contact_id}/memory_data", safe;
}

model! {
    /// Body of `memory_stores.create`.
    pub struct CreateMemoryStore {
        /// Memory store name.
        title: String,
        /// Description.
        description: String,
    }

    /// Body of `memory_stores.update`.
    pub struct UpdateMemoryStore {
        /// Memory store name.
        title: String,
        /// Description.
        description: String,
    }

    /// Query of `memory_stores.list`.
    pub struct ListMemoryStores {
        /// Memory store name to search for, or a part of it.
        search: String,
        /// Page number, from 1. Not documented by the API.
        page_number: i64 = [at_least(1.0), misnamed("page,offset")],
        /// Page size. Not documented by the API.
        page_size: i64 = [at_least(1.0), misnamed("limit,per_page")],
    }

    /// Response of `memory_stores.update`.
    pub struct MemoryStoreUpdated {
        /// Memory store id.
        id: String = [required, filled_from("memory_store_id")],
    }

    /// A memory store. Some fields are returned by some operations only.
    // Reference: Create a memory store (`create-a-memory-store`), Get a memory store (`getAMemoryStore`).
    pub struct MemoryStore {
        /// Memory store id.
        id: String = [required, filled_from("memory_store_id")],
        /// Memory store name.
        title: String = [nullable],
        /// Description. Returned by `memory_stores.create`.
        description: String = [nullable],
        /// Workspace id.
        workspace_id: String,
        /// Number of contacts. Returned by `memory_stores.create`.
        number_of_contacts: i64 = [nullable],
        /// Number of agents. Returned by `memory_stores.create`.
        number_of_agents: i64 = [nullable],
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
        /// Contact ids. Returned by `memory_stores.get` and `memory_stores.list`.
        contact_ids: Vec<String> = [nullable],
    }

    /// What a memory store remembers about a contact.
    pub struct ContactMemory {
        /// Memory store id.
        memory_store_id: String,
        /// Memory store name.
        memory_store_title: String = [nullable],
        /// Remembered text.
        memory: String = [nullable],
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
    }
}
