//! Sources of a knowledge base: its contents.

operations! {
    /// Sources of a knowledge base: PDF files, texts and web pages.
    pub KnowledgeBaseSources = "knowledgeBases.sources";

    /// Lists the sources of a knowledge base, 20 per page by default.
    // Reference: List knowledge base sources (`listKnowledgeBaseSources`).
    #[see = "knowledge-bases/list-knowledge-base-sources"]
    fn list(knowledge_base_id; ListKnowledgeBaseSources) -> KnowledgeBaseSource
        = GET "/knowledge_base/{knowledge_base_id}/sources" page "sources", safe, offset;

    /// Adds a source to a knowledge base.
    // Reference: Add a knowledge base source (`attachDocumentToSource`); legacy: Add a Knowledge Base Source.
    #[see = "knowledge-bases/attach-document-to-source"]
    #[example = r#"
        const { source_id } = await client.knowledgeBases.sources.create("1700000000000x111111111111111111", {
          name: "Branches",
          type: "text",
          content: "The Main Street branch is open from 9 am to 5 pm.",
        });
    "#]
    #[creates = "source_id id"]
    fn create(knowledge_base_id; CreateKnowledgeBaseSource) -> KnowledgeBaseSourceCreated
        = POST "/knowledge_base/{knowledge_base_id}/sources", non_idempotent;

    /// Updates a source: its name, and its `url` or `content`, depending on its type.
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
    /// Query of `knowledge_bases.sources.list`.
    pub struct ListKnowledgeBaseSources {
        /// Page size. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first source. Default 0.
        offset: i64 = [at_least(0.0)],
        /// Source name to search for, or a part of it.
        name: String,
    }

    /// Body of `knowledge_bases.sources.create`.
    #[rules(when("type", &["text"]).needs("content"), when("type", &["pdf", "web"]).needs("url"))]
    pub struct CreateKnowledgeBaseSource {
        /// Source name.
        name: String,
        /// Source type.
        r#type: KnowledgeBaseSourceType,
        /// URL of the PDF file or web page. Required for `pdf` and `web`.
        url: String = [url],
        /// Full text. Required for `text`.
        content: String = [not_empty],
    }

    /// Update of a `pdf` or `web` source.
    pub struct UpdateKnowledgeBaseSourceUrl {
        /// Source name.
        name: String,
        /// URL of the PDF file or web page.
        url: String = [required, url],
    }

    /// Update of a `text` source.
    pub struct UpdateKnowledgeBaseSourceText {
        /// Source name.
        name: String,
        /// Full text.
        content: String = [required],
    }

    /// Response of `knowledge_bases.sources.create`.
    pub struct KnowledgeBaseSourceCreated {
        /// Source id.
        source_id: String = [required, filled_from("id")],
        /// Legacy API: source id.
        id: String = [nullable],
        /// Legacy API: source name.
        name: String = [nullable],
        /// Legacy API: source type.
        r#type: KnowledgeBaseSourceType = [nullable],
        /// Legacy API: source URL.
        url: String = [nullable],
    }

    /// Response of `knowledge_bases.sources.update`.
    pub struct KnowledgeBaseSourceUpdated {
        /// Source id.
        source_id: String = [required, filled_from("id")],
    }

    /// Response of `knowledge_bases.sources.delete`.
    pub struct KnowledgeBaseSourceDeleted {
        /// Status message.
        body: String = [nullable],
        /// Source id.
        id: String = [nullable],
    }

    /// A source of a knowledge base.
    // Reference: List knowledge base sources (`listKnowledgeBaseSources`).
    pub struct KnowledgeBaseSource {
        /// Source id.
        id: String = [required, filled_from("source_id")],
        /// Source type.
        r#type: KnowledgeBaseSourceType,
        /// Source name.
        name: String = [nullable],
        /// First 200 characters of a `text` source; empty for other types.
        content_preview: String = [nullable],
        /// URL of the PDF file or web page; empty for `text`.
        url: String = [nullable],
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
    }
}

union! {
    /// Body of `knowledge_bases.sources.update`, depending on the type of the source.
    pub enum UpdateKnowledgeBaseSource {
        /// For `pdf` and `web`.
        Url(UpdateKnowledgeBaseSourceUrl),
        /// For `text`.
        Text(UpdateKnowledgeBaseSourceText),
    }
}

string_enum! {
    /// Type of a source.
    pub closed KnowledgeBaseSourceType {
        /// PDF file at `url`.
        Pdf = "pdf",
        /// Text in `content`.
        Text = "text",
        /// Web page at `url`, which is scraped.
        Web = "web",
    }
}
