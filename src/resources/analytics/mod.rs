//! Call analytics: volume, duration and results.

mod responses;

pub use responses::*;

operations! {
    /// Call analytics: volume, duration and results.
    pub Analytics = "analytics";

    /// Exports call analytics for up to 120 days. Default: the last 7 days.
    // Reference: Export analytics data (`analyticsExport`); legacy: Export Analytics Data.
    #[see = "analytics/analytics-export"]
    #[example = r#"
        const { duration_metrics } = await client.analytics.export({
          from_date: "2026-07-01",
          to_date: "2026-07-25",
        });
    "#]
    fn export(; ExportAnalytics) -> AnalyticsExport = GET "/analytics/", safe;
}

model! {
    /// Query of `analytics.export`.
    pub struct ExportAnalytics {
        /// Start of the time range, an ISO 8601 date or date-time.
        from_date: String = [date_time],
        /// End of the time range, an ISO 8601 date or date-time.
        to_date: String = [days_after("from_date", 120)],
        /// Agent id. Default: all agents.
        model_id: String = [not_empty],
        /// Type of the calls.
        type_of_call: AnalyticsCallType,
    }
}

string_enum! {
    /// Type of calls.
    pub closed AnalyticsCallType {
        /// Placed by people.
        Inbound = "inbound",
        /// Placed by agents.
        Outbound = "outbound",
        /// In a web page.
        Widget = "widget",
    }
}
