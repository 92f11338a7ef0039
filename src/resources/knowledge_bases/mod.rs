//! Knowledge bases: documents that agents can look up.

pub mod sources;

use super::shared::Confirmation;

operations! {
    /// Knowledge bases: documents that agents can look up. Their contents are `sources`.
    pub KnowledgeBases = "knowledgeBases";

    /// Creates an empty knowledge base. Add contents with `knowledge_bases.sources.create`.
    // Reference: Create a knowledge base (`create-knowledge-base`); legacy: Create a Knowledge Base.
    #[see = "knowledge-bases/create-knowledge-base"]
    #[example = r#"
        const { knowledge_base_id } = await client.knowledgeBases.create({
          name: "Opening hours",
          rag_use_condition: "The caller asks when a branch is open.",
        });
    "#]
    #[creates = "knowledge_base_id id"]
    fn create(; CreateKnowledgeBase) -> KnowledgeBaseSaved = POST "/knowledge_base", non_idempotent;

    /// Lists the knowledge bases of the workspace, 25 per page by default.
    // Reference: List knowledge bases (`list-knowledge-bases`).
    #[see = "knowledge-bases/list-knowledge-bases"]
    fn list(; ListKnowledgeBases) -> KnowledgeBase
        = GET "/knowledge_base" page "knowledge_bases", safe, offset;

    /// Gets a knowledge base.
    // Reference: Get a knowledge base (`get-knowledge-base`); legacy: Get a Knowledge Base.
    #[see = "knowledge-bases/get-knowledge-base"]
    fn get(id) -> KnowledgeBase = GET "/knowledge_base/{id}" one "knowledge_bases", safe;

    /// Updates a knowledge base. Omitted fields keep their values.
    // Reference: Update a knowledge base (`update-knowledge-base`); legacy: Update a Knowledge Base.
    #[see = "knowledge-bases/update-knowledge-base"]
    fn update(id; UpdateKnowledgeBase) -> KnowledgeBaseSaved = PUT "/knowledge_base/{id}", idempotent;

    /// Deletes a knowledge base and its sources.
    // Reference: Delete a knowledge base (`delete-knowledge-base`); legacy: Delete a Knowledge Base.
    #[see = "knowledge-bases/delete-knowledge-base"]
    fn delete(id) -> Confirmation = DELETE "/knowledge_base/{id}", idempotent;

    /// Attaches a knowledge base to an agent.
    // Reference: Attach a knowledge base (`attach-knowledge-base`); legacy: Attach a Knowledge Base.
    #[see = "knowledge-bases/attach-knowledge-base"]
    #[example = r#"
        await client.knowledgeBases.attach("1700000000000x111111111111111111", {
          model_id: "1700000000000x222222222222222222",
        });
    "#]
    fn attach(knowledge_base_id; AttachKnowledgeBase) -> KnowledgeBaseAttached
        = POST "/knowledge_base/{knowledge_base_id}/attach", non_idempotent;

    /// Detaches a knowledge base from an agent.
    // Reference: Detach a knowledge base (`detach-knowledge-base`); legacy: Detach a Knowledge Base.
    #[see = "knowledge-bases/detach-knowledge-base"]
    fn detach(knowledge_base_id; DetachKnowledgeBase) -> KnowledgeBaseAttached
        = POST "/knowledge_base/{knowledge_base_id}/detach", non_idempotent;
}

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
impl<'client> KnowledgeBases<'client> {
    /// Sources of knowledge bases.
    #[must_use]
    pub fn sources(self) -> sources::KnowledgeBaseSources<'client> {
        sources::KnowledgeBaseSources::new(self.0)
    }
}

model! {
    /// Body of `knowledge_bases.create`.
    pub struct CreateKnowledgeBase {
        /// Knowledge base name.
        name: String,
        /// Condition under which the agent consults it.
        rag_use_condition: String,
    }

    /// Body of `knowledge_bases.update`.
    pub struct UpdateKnowledgeBase {
        /// Knowledge base name.
        name: String,
        /// Condition under which the agent consults it.
        rag_use_condition: String,
    }

    /// Query of `knowledge_bases.list`.
    pub struct ListKnowledgeBases {
        /// Page size. Default 25, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first knowledge base. Default 0.
        offset: i64 = [at_least(0.0)],
    }

    /// Query of `knowledge_bases.attach`.
    pub struct AttachKnowledgeBase {
        /// Agent id.
        model_id: String = [required, in_query, not_empty],
    }

    /// Body of `knowledge_bases.detach`.
    pub struct DetachKnowledgeBase {
        /// Agent id.
        model_id: String = [required, not_empty],
    }

    /// Response of `knowledge_bases.create` and `knowledge_bases.update`.
    pub struct KnowledgeBaseSaved {
        /// Knowledge base id.
        knowledge_base_id: String = [required, filled_from("id")],
        /// Status message.
        body: String = [nullable],
        /// Legacy API: knowledge base id.
        id: String = [nullable],
        /// Legacy API: knowledge base name.
        name: String = [nullable],
        /// Legacy API: condition under which the agent consults it.
        rag_use_condition: String = [nullable],
    }

    /// Response of `knowledge_bases.attach` and `knowledge_bases.detach`.
    pub struct KnowledgeBaseAttached {
        /// Status message.
        body: String = [nullable],
        /// Knowledge base id.
        knowledge_base_id: String = [nullable],
        /// Agent id.
        model_id: String = [nullable],
    }

    /// A knowledge base.
    // Reference: Get a knowledge base (`get-knowledge-base`).
    pub struct KnowledgeBase {
        /// Knowledge base id.
        id: String = [required, filled_from("knowledge_base_id")],
        /// Knowledge base name.
        name: String = [nullable],
        /// Condition under which the agent consults it.
        rag_use_condition: String = [nullable],
        /// Legacy API: the `rag_use_condition`.
        use_condition: String = [nullable],
    }
}
