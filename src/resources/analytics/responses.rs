//! What an export of analytics holds. Numbers are whole in the reference and broken in real answers.

use super::super::calls::{CallStatus, EndCallReason};

model! {
    /// Answer of `analytics.export`.
    // Reference: Export analytics data (`analyticsExport`).
    pub struct AnalyticsExport {
        /// What agents did.
        executed_actions: AnalyticsActions,
        /// How agents did.
        assistant_performance: AnalyticsAssistants,
        /// States of the calls.
        call_status_stat: AnalyticsCallStatuses,
        /// The last calls.
        recent_call_history: AnalyticsCalls,
        /// How long calls were.
        duration_metrics: AnalyticsDurations,
        /// Why calls ended.
        end_call_reason_stat: AnalyticsEndReasons,
        /// How people felt.
        sentiment_stat: AnalyticsSentiment,
    }

    /// What agents did.
    pub struct AnalyticsActions {
        /// By action.
        items: Vec<AnalyticsAction>,
    }

    /// How often an action was executed.
    pub struct AnalyticsAction {
        /// Name.
        name: String,
        /// How often.
        value: f64,
        /// Day by day.
        series: Vec<AnalyticsActionDay>,
        /// Change to the time before, in percent.
        percentage_change: f64 = [nullable],
    }

    /// How often an action was executed on a day.
    pub struct AnalyticsActionDay {
        /// The day.
        date: String,
        /// How often.
        value: f64,
        /// The same two fields once more, as the seed documents show them.
        items: AnalyticsDayValue,
    }

    /// A value of a day.
    pub struct AnalyticsDayValue {
        /// The day.
        date: String,
        /// The value.
        value: f64,
    }

    /// How agents did.
    pub struct AnalyticsAssistants {
        /// By minutes.
        by_minutes_used: Vec<AnalyticsMinutesUsed>,
        /// By calls.
        by_calls_made: Vec<AnalyticsCallsMade>,
        /// By success.
        by_success_rate: Vec<AnalyticsSuccessRate>,
    }

    /// Minutes an agent used.
    pub struct AnalyticsMinutesUsed {
        /// The agent.
        model_id: String,
        /// Its name.
        name: String,
        /// Minutes.
        minutes_used: f64,
        /// Change to the time before, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Calls of an agent.
    pub struct AnalyticsCallsMade {
        /// The agent.
        model_id: String,
        /// Its name.
        name: String,
        /// Calls.
        calls_made: f64,
        /// Change to the time before, in percent.
        percent_change: f64 = [nullable],
    }

    /// Success of an agent.
    pub struct AnalyticsSuccessRate {
        /// The agent.
        model_id: String,
        /// Its name.
        name: String,
        /// Calls that went well, in percent.
        success_rate: f64,
        /// Change to the time before, in percent.
        percentage_change: f64 = [nullable],
    }

    /// States of the calls.
    pub struct AnalyticsCallStatuses {
        /// By state.
        items: Vec<AnalyticsCallStatus>,
        /// Day by day.
        series: Vec<AnalyticsCallStatusDay>,
    }

    /// Calls of a state.
    pub struct AnalyticsCallStatus {
        /// The state.
        status: CallStatus,
        /// Calls.
        value: f64,
        /// Share, in percent.
        percentage: f64,
        /// Change to the time before, in percent.
        percentage_change: f64 = [nullable],
    }

    /// Calls of a day by their state.
    pub struct AnalyticsCallStatusDay: open {
        /// The day.
        date: String,
        /// See [`CallStatus`].
        completed: f64,
        /// See [`CallStatus`].
        hangup_on_voicemail: f64,
        /// See [`CallStatus`].
        busy: f64,
        /// See [`CallStatus`].
        no_answer as "no-answer": f64,
        /// See [`CallStatus`].
        failed: f64,
        /// See [`CallStatus`].
        left_voicemail: f64,
        /// See [`CallStatus`].
        in_progress as "in-progress": f64,
        /// Calls whose state is being found out.
        checking: f64,
        /// See [`CallStatus`].
        paused: f64,
        /// See [`CallStatus`].
        queue: f64,
        /// See [`CallStatus`].
        initiated: f64,
        /// See [`CallStatus`].
        ringing: f64,
    }

    /// The last calls.
    pub struct AnalyticsCalls {
        /// The calls.
        items: Vec<AnalyticsCall>,
    }

    /// A call, in short.
    pub struct AnalyticsCall {
        /// Its id: see `calls.get`.
        call_id: String,
        /// Its state.
        call_status: CallStatus,
        /// Length in seconds.
        duration: f64 = [nullable],
        /// Name of the agent.
        agent_name: String = [nullable],
        /// The agent.
        model_id: String,
        /// Number of the person.
        lead_phone_number: String = [nullable],
        /// When it was, ISO 8601.
        created_at: String,
    }

    /// How long calls were.
    pub struct AnalyticsDurations {
        /// Minutes in all.
        total_minutes: f64,
        /// Minutes of a call, on average.
        average_duration: f64,
        /// Calls.
        total_calls: f64,
        /// Day by day.
        series: Vec<AnalyticsDurationDay>,
        /// Change of the minutes to the time before, in percent.
        total_minutes_percentage_change: f64 = [nullable],
        /// Change of the average to the time before, in percent.
        total_duration_percentage_change: f64 = [nullable],
        /// Change of the calls to the time before, in percent.
        total_calls_percentage_change: f64 = [nullable],
    }

    /// How long the calls of a day were.
    pub struct AnalyticsDurationDay {
        /// The day.
        date: String,
        /// Minutes in all.
        total_minutes: f64,
        /// Minutes of a call, on average.
        average_duration: f64,
        /// Calls.
        total_calls: f64,
    }

    /// Why calls ended.
    pub struct AnalyticsEndReasons {
        /// By reason.
        items: Vec<AnalyticsEndReason>,
        /// Day by day.
        series: Vec<AnalyticsEndReasonDay>,
    }

    /// Calls that ended for a reason.
    pub struct AnalyticsEndReason {
        /// The reason.
        reason: EndCallReason,
        /// Calls.
        value: f64,
        /// Share, in percent.
        percentage: f64,
    }

    /// Calls of a day by the reason they ended for.
    pub struct AnalyticsEndReasonDay: open {
        /// The day.
        date: String,
        /// See [`EndCallReason`].
        voicemail: f64,
        /// See [`EndCallReason`].
        human_goodbye: f64,
        /// See [`EndCallReason`].
        agent_goodbye: f64,
        /// See [`EndCallReason`].
        human_pick_up_cut_off: f64,
        /// See [`EndCallReason`].
        max_duration: f64,
        /// Nobody said anything for too long.
        idle_time_exceeded: f64,
        /// A goodbye was heard.
        goodbye_detected: f64,
        /// The connection of the human was lost.
        user_disconnected: f64,
        /// See [`EndCallReason`].
        voicemail_message_left: f64,
    }

    /// How people felt.
    pub struct AnalyticsSentiment {
        /// Calls in which they felt well, in percent.
        positive_percentage: f64,
        /// Day by day.
        series: Vec<AnalyticsSentimentDay>,
        /// Change to the time before, in percent.
        positive_percentage_change: f64 = [nullable],
    }

    /// How people felt on a day.
    pub struct AnalyticsSentimentDay {
        /// The day.
        date: String,
        /// Calls in which they felt well.
        positive: f64,
        /// Calls.
        total: f64,
    }
}
