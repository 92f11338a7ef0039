//! Analytics: how many calls there were, how long they were and how they ended.

mod responses;

pub use responses::*;

operations! {
    /// Analytics: how many calls there were, how long they were and how they ended.
    pub Analytics = "analytics";

    /// Exports the figures of a time of at most 120 days; without a time, of the last 7 days.
    // Reference: Export analytics data (`analyticsExport`); legacy: Export Analytics Data.
    #[see = "analytics/analytics-export"]
    fn export(; ExportAnalytics) -> AnalyticsExport = GET "/analytics/", safe;
}

model! {
    /// Query of `analytics.export`.
    pub struct ExportAnalytics {
        /// Beginning, ISO 8601: a day or a date and time.
        from_date: String,
        /// End, ISO 8601; at most 120 days after the beginning.
        to_date: String = [days_after("from_date", 120)],
        /// The agent; left out, all.
        model_id: String,
        /// Who called whom, or where.
        type_of_call: AnalyticsCallType,
    }
}

string_enum! {
    /// Who called whom, or where.
    pub closed AnalyticsCallType {
        /// The human called.
        Inbound = "inbound",
        /// The agent called.
        Outbound = "outbound",
        /// In a web page.
        Widget = "widget",
    }
}
