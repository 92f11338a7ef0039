//! The types of actions in `actions.update`: omitted fields keep their values.

use std::collections::BTreeMap;

use super::super::shared::KeyValue;
use super::{
    ActionIntegration, ActionSound, AppointmentState, CustomActionVariable, CustomActionVerb, CustomAuth,
    CustomEval, MeetingIntegration, TYPES, UpdateLiveTransfer,
};

model! {
    /// Body of `actions.update`. Set the field of the action's type.
    // Reference: Update an action (`update-action`).
    #[rules(exactly_one(TYPES))]
    pub struct UpdateAction {
        /// Books an appointment during the call.
        real_time_booking as "REAL_TIME_BOOKING": UpdateRealTimeBooking,
        /// Extracts information from the conversation.
        information_extractor as "INFORMATION_EXTRACTOR": UpdateInformationExtractor,
        /// Transfers the call to a person.
        live_transfer as "LIVE_TRANSFER": UpdateLiveTransfer,
        /// Sends a text message after the call.
        send_sms as "SEND_SMS": UpdateSendSms,
        /// Sends a text message during the call.
        incall_sms as "INCALL_SMS": UpdateIncallSms,
        /// Sends a WhatsApp message during the call.
        incall_whatsapp as "INCALL_WHATSAPP": UpdateIncallWhatsapp,
        /// Sends an HTTP request.
        custom_action as "CUSTOM_ACTION": UpdateCustomAction,
        /// Evaluates the call after it ends. Not in the reference.
        // The reference has it for `actions.create` only; an action that was read can be sent back.
        custom_eval as "CUSTOM_EVAL": CustomEval,
    }

    /// Changes to a booking.
    pub struct UpdateRealTimeBooking {
        /// First day offered, as an ISO 8601 date.
        first_appt_date: String = [date],
        /// Time slots offered per day.
        max_time_slots: i64 = [range(1.0, 3.0)],
        /// Minimum time before the first slot, in hours.
        min_hours_diff: i64 = [at_least(0.0)],
        /// Number of days offered.
        no_of_days: i64 = [at_least(0.0)],
        /// IANA time zone of the slots.
        timezone: String = [time_zone],
        /// Books with Cal.com.
        calcom as "CALCOM": UpdateCalComBooking,
        /// Books with GoHighLevel.
        ghl as "GHL": UpdateGoHighLevelBooking,
    }

    /// Changes to a Cal.com booking.
    pub struct UpdateCalComBooking {
        /// Meeting platform.
        integration: MeetingIntegration,
        /// Whether a text message is sent.
        sms_boolean: bool,
        /// Text of the message.
        sms_message: String,
        /// Email address of the host.
        user_email: String,
    }

    /// Changes to a GoHighLevel booking.
    pub struct UpdateGoHighLevelBooking {
        /// Status of new appointments.
        autoconfirm: AppointmentState,
        /// Title of new appointments.
        booking_title: String,
    }

    /// Changes to an information extractor. Its type of question cannot change.
    pub struct UpdateInformationExtractor {
        /// Name of the result in `executed_actions`.
        identifier: String,
        /// Question text.
        description: String,
        /// Possible answers. For `SINGLE_CHOICE`.
        choices: Vec<String>,
        /// Example answers. For `OPEN_QUESTION`.
        examples: Vec<String>,
    }

    /// Changes to a text message after the call.
    pub struct UpdateSendSms {
        /// Message text.
        content: String,
        /// Condition for sending the message, in natural language.
        instructions: String,
        /// Recipient's phone number; legacy API only.
        phone_number: String,
        /// Message text; legacy API only.
        message: String,
    }

    /// Changes to a text message during the call.
    pub struct UpdateIncallSms {
        /// Message text. Placeholders such as `<user_name>` are filled in.
        message_body: String,
        /// Whether the agent waits for a reply.
        wait_for_reply: bool,
        /// Maximum wait for a reply, in seconds.
        timeout_seconds: i64 = [at_least(0.0)],
        /// Spoken if no reply arrives in that time.
        fallback_message: String,
        /// Spoken before the message is sent.
        message_before_action: String,
    }

    /// Changes to a WhatsApp message during the call.
    pub struct UpdateIncallWhatsapp {
        /// SID of a Twilio Content template (`HX…`).
        content_sid: String,
        /// Values of the template's placeholders, by their number.
        content_variables: BTreeMap<String, String>,
        /// Whether the agent waits for a reply.
        wait_for_reply: bool,
        /// Maximum wait for a reply, in seconds.
        timeout_seconds: i64 = [at_least(0.0)],
        /// Spoken if no reply arrives in that time.
        fallback_message: String,
    }

    /// Changes to a custom action.
    pub struct UpdateCustomAction {
        /// HTTP method. The API's default is `GET`.
        http_mode: CustomActionVerb,
        /// Request URL.
        url: String,
        /// Name of the action.
        name: String,
        /// Purpose of the action. It tells the agent when to run it.
        description: String,
        /// Whether the action runs before the call starts.
        run_action_before_call_start: bool,
        /// Spoken verbatim while the action runs.
        speech_while_using_the_tool: String,
        /// Sound played while the action runs. Default, and null: none.
        action_sound: ActionSound = [nullable],
        /// Integration whose credentials are used.
        integration: ActionIntegration,
        /// Authentication.
        custom_auth: CustomAuth,
        /// Variables known before the call.
        variables_before_the_call: Vec<KeyValue>,
        /// Variables collected during the call.
        variables_during_the_call: Vec<CustomActionVariable>,
        /// Request headers.
        headers: Vec<KeyValue>,
        /// Query parameters.
        query_parameters: Vec<KeyValue>,
        /// Whether the agent keeps talking while the action runs.
        agent_speak_naturally: bool,
        /// Spoken if the action takes longer than `message_delay_time`.
        message_delay: String,
        /// Delay before `message_delay`, in seconds.
        message_delay_time: i64 = [at_least(0.0)],
        /// Spoken if the action fails.
        message_error: String,
        /// Request body, as a string of JSON.
        json_body_stringified: String,
        /// Instructions for using the response.
        prompt: String,
        /// Spoken verbatim before the action runs.
        message_before_action_starts: String,
        /// Timeout, in seconds.
        failure_timeout: i64 = [at_least(0.0)],
    }
}
