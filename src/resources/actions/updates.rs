//! The kinds of actions, as `actions.update` takes them: only the fields that are given change.

use std::collections::BTreeMap;

use super::super::shared::KeyValue;
use super::{
    ActionIntegration, ActionSound, AppointmentState, CustomActionVariable, CustomActionVerb, CustomAuth,
    MeetingIntegration, UpdateLiveTransfer,
};

model! {
    /// Body of `actions.update`: one field, the kind the action has.
    // Reference: Update an action (`update-action`).
    pub struct UpdateAction {
        /// Books an appointment during the call.
        real_time_booking as "REAL_TIME_BOOKING": UpdateRealTimeBooking,
        /// Finds something out from what was said.
        information_extractor as "INFORMATION_EXTRACTOR": UpdateInformationExtractor,
        /// Transfers the call to a person.
        live_transfer as "LIVE_TRANSFER": UpdateLiveTransfer,
        /// Sends a text message after the call.
        send_sms as "SEND_SMS": UpdateSendSms,
        /// Sends a text message during the call.
        incall_sms as "INCALL_SMS": UpdateIncallSms,
        /// Sends a WhatsApp message during the call.
        incall_whatsapp as "INCALL_WHATSAPP": UpdateIncallWhatsapp,
        /// Calls a URL.
        custom_action as "CUSTOM_ACTION": UpdateCustomAction,
    }

    /// Changes of a booking.
    pub struct UpdateRealTimeBooking {
        /// First day that is offered, `YYYY-MM-DD`.
        first_appt_date: String = [like("0000-00-00")],
        /// Time slots that are offered a day.
        max_time_slots: i64 = [range(1.0, 3.0)],
        /// Hours from now until the first slot.
        min_hours_diff: i64,
        /// Days that are offered.
        no_of_days: i64,
        /// IANA time zone of the slots.
        timezone: String = [time_zone],
        /// With Cal.com.
        calcom as "CALCOM": UpdateCalComBooking,
        /// With GoHighLevel.
        ghl as "GHL": UpdateGoHighLevelBooking,
    }

    /// Changes of a booking with Cal.com.
    pub struct UpdateCalComBooking {
        /// Where they meet.
        integration: MeetingIntegration,
        /// Whether a text message is sent.
        sms_boolean: bool,
        /// Text of that message.
        sms_message: String,
        /// Email address of the host.
        user_email: String,
    }

    /// Changes of a booking with GoHighLevel.
    pub struct UpdateGoHighLevelBooking {
        /// State a new appointment has.
        autoconfirm: AppointmentState,
        /// Title of an appointment.
        booking_title: String,
    }

    /// Changes of an extractor; its kind of question stays.
    pub struct UpdateInformationExtractor {
        /// Name of the answer in `executed_actions`.
        identifier: String,
        /// The question.
        description: String,
        /// The answers, of a question with one answer out of a list.
        choices: Vec<String>,
        /// Examples of answers, of a question with any answer.
        examples: Vec<String>,
    }

    /// Changes of a text message after the call.
    pub struct UpdateSendSms {
        /// The text.
        content: String,
        /// In which case it is sent.
        instructions: String,
        /// Number it is sent to; in the seed documents only.
        phone_number: String,
        /// The text; in the seed documents only.
        message: String,
    }

    /// Changes of a text message during the call.
    pub struct UpdateIncallSms {
        /// The text; placeholders like `<user_name>` are filled in.
        message_body: String,
        /// Whether the agent waits for a reply.
        wait_for_reply: bool,
        /// Longest wait for the reply, in seconds.
        timeout_seconds: i64,
        /// What the agent says when there was none.
        fallback_message: String,
        /// What the agent says before.
        message_before_action: String,
    }

    /// Changes of a WhatsApp message during the call.
    pub struct UpdateIncallWhatsapp {
        /// SID of a Twilio Content template: `HX…`.
        content_sid: String,
        /// What its placeholders hold, by their number.
        content_variables: BTreeMap<String, String>,
        /// Whether the agent waits for a reply.
        wait_for_reply: bool,
        /// Longest wait for the reply, in seconds.
        timeout_seconds: i64,
        /// What the agent says when there was none.
        fallback_message: String,
    }

    /// Changes of a custom action.
    pub struct UpdateCustomAction {
        /// Verb. The API's default is `GET`.
        http_mode: CustomActionVerb,
        /// URL.
        url: String,
        /// Name.
        name: String,
        /// What it is for: the agent decides by this when to run it.
        description: String,
        /// Whether it runs before the call begins.
        run_action_before_call_start: bool,
        /// What the agent says, word for word, while it runs.
        speech_while_using_the_tool: String,
        /// Sound while it runs. Empty: none.
        action_sound: ActionSound,
        /// Whose credentials are used.
        integration: ActionIntegration,
        /// How it proves who it is.
        custom_auth: CustomAuth,
        /// Variables that are known before the call.
        variables_before_the_call: Vec<KeyValue>,
        /// Variables that are found out during the call.
        variables_during_the_call: Vec<CustomActionVariable>,
        /// Headers.
        headers: Vec<KeyValue>,
        /// Query parameters.
        query_parameters: Vec<KeyValue>,
        /// Whether the agent goes on talking while it runs.
        agent_speak_naturally: bool,
        /// What the agent says when it takes long.
        message_delay: String,
        /// Seconds until that is said.
        message_delay_time: i64,
        /// What the agent says when it failed.
        message_error: String,
        /// Body, as JSON in a string.
        json_body_stringified: String,
        /// What the agent makes of the answer.
        prompt: String,
        /// What the agent says, word for word, before it runs.
        message_before_action_starts: String,
        /// Seconds until it is given up.
        failure_timeout: i64,
    }
}
