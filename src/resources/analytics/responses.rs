//! Response of an analytics export. Numbers are integers in the reference and have fractions in real responses.

use super::super::calls::{CallStatus, EndCallReason};

model! {
    /// Response of `analytics.export`.
    // Reference: Export analytics data (`analyticsExport`).
    pub struct AnalyticsExport {
        /// Executed actions.
        executed_actions: AnalyticsActions,
        /// Agent performance.
        assistant_performance: AnalyticsAssistants,
        /// Call statuses.
        call_status_stat: AnalyticsCallStatuses,
        /// Recent calls.
        recent_call_history: AnalyticsCalls,
        /// Call durations.
        duration_metrics: AnalyticsDurations,
        /// Reasons why calls ended.
        end_call_reason_stat: AnalyticsEndReasons,
        /// Sentiment.
        sentiment_stat: AnalyticsSentiment,
    }

    /// Executed actions.
    pub struct AnalyticsActions {
        /// Values by action.
        items: Vec<AnalyticsAction>,
    }

    /// Executions of an action.
    pub struct AnalyticsAction {
        /// Action name.
        name: String,
        /// Number of executions.
        value: f64,
        /// Values by day.
        series: Vec<AnalyticsActionDay>,
        /// Change from the previous period, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Executions of an action on a day.
    pub struct AnalyticsActionDay {
        /// Date.
        date: String,
        /// Number of executions.
        value: f64,
        /// The same two fields; legacy API only.
        items: AnalyticsDayValue,
    }

    /// Value of a day.
    pub struct AnalyticsDayValue {
        /// Date.
        date: String,
        /// Value.
        value: f64,
    }

    /// Agent performance.
    pub struct AnalyticsAssistants {
        /// By minutes used.
        by_minutes_used: Vec<AnalyticsMinutesUsed>,
        /// By number of calls.
        by_calls_made: Vec<AnalyticsCallsMade>,
        /// By success rate.
        by_success_rate: Vec<AnalyticsSuccessRate>,
    }

    /// Minutes used by an agent.
    pub struct AnalyticsMinutesUsed {
        /// Agent id.
        model_id: String,
        /// Agent name.
        name: String,
        /// Minutes used.
        minutes_used: f64,
        /// Change from the previous period, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Number of calls of an agent.
    pub struct AnalyticsCallsMade {
        /// Agent id.
        model_id: String,
        /// Agent name.
        name: String,
        /// Number of calls.
        calls_made: f64,
        /// Change from the previous period, in percent.
        percent_change: f64 = [nullable],
    }

    /// Success rate of an agent.
    pub struct AnalyticsSuccessRate {
        /// Agent id.
        model_id: String,
        /// Agent name.
        name: String,
        /// Success rate, in percent.
        success_rate: f64,
        /// Change from the previous period, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Call statuses.
    pub struct AnalyticsCallStatuses {
        /// Values by status.
        items: Vec<AnalyticsCallStatus>,
        /// Values by day.
        series: Vec<AnalyticsCallStatusDay>,
    }

    /// Calls with a status.
    pub struct AnalyticsCallStatus {
        /// Status.
        status: CallStatus,
        /// Number of calls.
        value: f64,
        /// Share of calls, in percent.
        percentage: f64,
        /// Change from the previous period, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Number of calls on a day, by status.
    pub struct AnalyticsCallStatusDay: open {
        /// Date.
        date: String,
        /// Completed successfully.
        completed: f64,
        /// Voicemail answered; the agent hung up.
        hangup_on_voicemail: f64,
        /// Line busy.
        busy: f64,
        /// Not answered.
        no_answer as "no-answer": f64,
        /// Failed.
        failed: f64,
        /// Voicemail answered; the agent left a message.
        left_voicemail: f64,
        /// In progress.
        in_progress as "in-progress": f64,
        /// Status being determined.
        checking: f64,
        /// On hold.
        paused: f64,
        /// Queued.
        queue: f64,
        /// Started.
        initiated: f64,
        /// Ringing.
        ringing: f64,
    }

    /// Recent calls.
    pub struct AnalyticsCalls {
        /// Calls.
        items: Vec<AnalyticsCall>,
    }

    /// Summary of a call.
    pub struct AnalyticsCall {
        /// Call id: see `calls.get`.
        call_id: String,
        /// Status.
        call_status: CallStatus,
        /// Duration, in seconds.
        duration: f64 = [nullable],
        /// Agent name.
        agent_name: String = [nullable],
        /// Agent id.
        model_id: String,
        /// Phone number of the person.
        lead_phone_number: String = [nullable],
        /// Creation time, in ISO 8601.
        created_at: String,
    }

    /// Call durations.
    pub struct AnalyticsDurations {
        /// Total duration, in minutes.
        total_minutes: f64,
        /// Average duration, in minutes.
        average_duration: f64,
        /// Number of calls.
        total_calls: f64,
        /// Values by day.
        series: Vec<AnalyticsDurationDay>,
        /// Change of the total duration, in percent.
        total_minutes_percentage_change: f64 = [nullable],
        /// Change of the average duration, in percent.
        total_duration_percentage_change: f64 = [nullable],
        /// Change of the number of calls, in percent.
        total_calls_percentage_change: f64 = [nullable],
    }

    /// Call durations of a day.
    pub struct AnalyticsDurationDay {
        /// Date.
        date: String,
        /// Total duration, in minutes.
        total_minutes: f64,
        /// Average duration, in minutes.
        average_duration: f64,
        /// Number of calls.
        total_calls: f64,
    }

    /// Reasons why calls ended.
    pub struct AnalyticsEndReasons {
        /// Values by reason.
        items: Vec<AnalyticsEndReason>,
        /// Values by day.
        series: Vec<AnalyticsEndReasonDay>,
    }

    /// Calls that ended for a reason.
    pub struct AnalyticsEndReason {
        /// Reason.
        reason: EndCallReason,
        /// Number of calls.
        value: f64,
        /// Share of calls, in percent.
        percentage: f64,
    }

    /// Number of calls on a day, by the reason they ended.
    pub struct AnalyticsEndReasonDay: open {
        /// Date.
        date: String,
        /// Voicemail answered.
        voicemail: f64,
        /// The human said goodbye first.
        human_goodbye: f64,
        /// The agent said goodbye first.
        agent_goodbye: f64,
        /// A human answered and was cut off.
        human_pick_up_cut_off: f64,
        /// `max_duration` was reached.
        max_duration: f64,
        /// Silence exceeded the limit.
        idle_time_exceeded: f64,
        /// A goodbye was detected.
        goodbye_detected: f64,
        /// The human's connection was lost.
        user_disconnected: f64,
        /// The agent left a voicemail message.
        voicemail_message_left: f64,
    }

    /// Sentiment in calls.
    pub struct AnalyticsSentiment {
        /// Calls with positive sentiment, in percent.
        positive_percentage: f64,
        /// Values by day.
        series: Vec<AnalyticsSentimentDay>,
        /// Change from the previous period, in percent.
        positive_percentage_change: f64 = [nullable],
    }

    /// Sentiment on a day.
    pub struct AnalyticsSentimentDay {
        /// Date.
        date: String,
        /// Number of calls with positive sentiment.
        positive: f64,
        /// Number of calls.
        total: f64,
    }
}
