//! Sources of a knowledge base: what is in it.

operations! {
    /// Sources of a knowledge base: PDF files, texts, web pages.
    pub KnowledgeBaseSources = "knowledgeBases.sources";

    /// Lists the sources of a knowledge base, 20 a page.
    // Reference: List knowledge base sources (`listKnowledgeBaseSources`).
    #[see = "knowledge-bases/list-knowledge-base-sources"]
    fn list(knowledge_base_id; ListKnowledgeBaseSources) -> KnowledgeBaseSource
        = GET "/knowledge_base/{knowledge_base_id}/sources" page "sources", safe, offset;

    /// Adds a source to a knowledge base.
    // Reference: Add a knowledge base source (`attachDocumentToSource`); legacy: Add a Knowledge Base Source.
    #[see = "knowledge-bases/attach-document-to-source"]
    fn create(knowledge_base_id; CreateKnowledgeBaseSource) -> KnowledgeBaseSourceCreated
        = POST "/knowledge_base/{knowledge_base_id}/sources", non_idempotent creates "source_id id";

    /// Updates a source: its name, and its `url` or its `content`, by its type.
    // Reference: Update a knowledge base source (`update-knowledge-base-source`).
    #[see = "knowledge-bases/update-knowledge-base-source"]
    fn update(knowledge_base_id, source_id; UpdateKnowledgeBaseSource) -> KnowledgeBaseSourceUpdated
        = PUT "/knowledge_base/{knowledge_base_id}/sources/{source_id}", idempotent;

    /// Deletes a source.
    // Reference: Delete a knowledge base source (`knowledgeBaseSourceDelete`); legacy: Delete a Knowledge
    // Base Source.
    #[see = "knowledge-bases/knowledge-base-source-delete"]
    fn delete(knowledge_base_id, source_id) -> KnowledgeBaseSourceDeleted
        = DELETE "/knowledge_base/{knowledge_base_id}/sources/{source_id}", idempotent;
}

model! {
    /// Query of `knowledgeBases.sources.list`.
    pub struct ListKnowledgeBaseSources {
        /// Sources per page. Default 20.
        limit: i64,
        /// Index of the first source. Default 0.
        offset: i64,
        /// Part of the name.
        name: String,
    }

    /// Body of `knowledgeBases.sources.create`.
    pub struct CreateKnowledgeBaseSource {
        /// Name.
        name: String,
        /// Type.
        r#type: KnowledgeBaseSourceType,
        /// Where the PDF file or the web page is; needed for these types.
        url: String,
        /// The text; needed for this type.
        content: String,
    }

    /// A PDF file or a web page: where it is now.
    pub struct UpdateKnowledgeBaseSourceUrl {
        /// Name.
        name: String,
        /// URL.
        url: String = [required],
    }

    /// A text: what it is now.
    pub struct UpdateKnowledgeBaseSourceText {
        /// Name.
        name: String,
        /// The text.
        content: String = [required],
    }

    /// Answer of `knowledgeBases.sources.create`.
    pub struct KnowledgeBaseSourceCreated {
        /// Id of the source.
        source_id: String = [required],
        /// Id of the source; in the seed documents.
        id: String = [nullable],
        /// Name; in the seed documents.
        name: String = [nullable],
        /// Type; in the seed documents.
        r#type: KnowledgeBaseSourceType = [nullable],
        /// URL; in the seed documents.
        url: String = [nullable],
    }

    /// Answer of `knowledgeBases.sources.update`.
    pub struct KnowledgeBaseSourceUpdated {
        /// Id of the source.
        source_id: String,
    }

    /// Answer of `knowledgeBases.sources.delete`.
    pub struct KnowledgeBaseSourceDeleted {
        /// What the API says.
        body: String = [nullable],
        /// Id of the source.
        id: String = [nullable],
    }

    /// A source of a knowledge base.
    // Reference: List knowledge base sources (`listKnowledgeBaseSources`).
    pub struct KnowledgeBaseSource {
        /// Its id.
        id: String,
        /// Type.
        r#type: KnowledgeBaseSourceType,
        /// Name.
        name: String = [nullable],
        /// Its beginning; empty where there is none.
        content_preview: String = [nullable],
        /// Where it is; empty for a text.
        url: String = [nullable],
        /// When it was added, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
    }
}

union! {
    /// Body of `knowledgeBases.sources.update`: what is changed depends on the type the source has.
    pub enum UpdateKnowledgeBaseSource {
        /// A PDF file or a web page.
        Url(UpdateKnowledgeBaseSourceUrl),
        /// A text.
        Text(UpdateKnowledgeBaseSourceText),
    }
}

string_enum! {
    /// Type of a source.
    pub closed KnowledgeBaseSourceType {
        /// A PDF file at a URL.
        Pdf = "pdf",
        /// A text.
        Text = "text",
        /// A web page, which is read.
        Web = "web",
    }
}
