//! Knowledge bases: what an agent can look up.

pub mod sources;

use super::shared::Confirmation;

operations! {
    /// Knowledge bases: what an agent can look up. Their contents are `sources`.
    pub KnowledgeBases = "knowledgeBases";

    /// Creates a knowledge base. It is empty: see `knowledgeBases.sources.create`.
    // Reference: Create a knowledge base (`create-knowledge-base`); legacy: Create a Knowledge Base.
    #[see = "knowledge-bases/create-knowledge-base"]
    fn create(; CreateKnowledgeBase) -> KnowledgeBaseSaved = POST "/knowledge_base", non_idempotent creates "knowledge_base_id id";

    /// Lists the knowledge bases of the workspace, 25 a page.
    // Reference: List knowledge bases (`list-knowledge-bases`).
    #[see = "knowledge-bases/list-knowledge-bases"]
    fn list(; ListKnowledgeBases) -> KnowledgeBase
        = GET "/knowledge_base" page "knowledge_bases", safe, offset;

    /// Gets a knowledge base.
    // Reference: Get a knowledge base (`get-knowledge-base`); legacy: Get a Knowledge Base.
    #[see = "knowledge-bases/get-knowledge-base"]
    fn get(id) -> KnowledgeBase = GET "/knowledge_base/{id}" one "knowledge_bases", safe;

    /// Updates a knowledge base. Only the fields that are given change.
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
    /// Body of `knowledgeBases.create`.
    pub struct CreateKnowledgeBase {
        /// Name.
        name: String,
        /// When the agent looks into it.
        rag_use_condition: String,
    }

    /// Body of `knowledgeBases.update`: only the fields that are given change.
    pub struct UpdateKnowledgeBase {
        /// Name.
        name: String,
        /// When the agent looks into it.
        rag_use_condition: String,
    }

    /// Query of `knowledgeBases.list`.
    pub struct ListKnowledgeBases {
        /// Knowledge bases per page. Default 25.
        limit: i64,
        /// Index of the first knowledge base. Default 0.
        offset: i64,
    }

    /// Query of `knowledgeBases.attach`.
    pub struct AttachKnowledgeBase {
        /// The agent.
        model_id: String = [required, in_query],
    }

    /// Body of `knowledgeBases.detach`.
    pub struct DetachKnowledgeBase {
        /// The agent.
        model_id: String = [required],
    }

    /// Answer of `knowledgeBases.create` and `knowledgeBases.update`.
    pub struct KnowledgeBaseSaved {
        /// Its id.
        knowledge_base_id: String,
        /// What the API says.
        body: String = [nullable],
        /// Its id; in the seed documents.
        id: String = [nullable],
        /// Name; in the seed documents.
        name: String = [nullable],
        /// When the agent looks into it; in the seed documents.
        rag_use_condition: String = [nullable],
    }

    /// Answer of `knowledgeBases.attach` and `knowledgeBases.detach`.
    pub struct KnowledgeBaseAttached {
        /// What the API says.
        body: String = [nullable],
        /// The knowledge base.
        knowledge_base_id: String = [nullable],
        /// The agent.
        model_id: String = [nullable],
    }

    /// A knowledge base.
    // Reference: Get a knowledge base (`get-knowledge-base`).
    pub struct KnowledgeBase {
        /// Its id.
        id: String,
        /// Name.
        name: String = [nullable],
        /// When the agent looks into it.
        rag_use_condition: String = [nullable],
        /// When the agent looks into it; in the seed documents.
        use_condition: String = [nullable],
    }
}
