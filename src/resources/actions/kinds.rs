//! The types of actions in `actions.create`. Custom actions and transfers have files of their own.

use std::collections::BTreeMap;

model! {
    /// Books an appointment during the call. Cal.com or GoHighLevel must be connected.
    pub struct RealTimeBooking {
        /// First day offered, as an ISO 8601 date.
        first_appt_date: String = [required, date],
        /// Time slots offered per day. The API's default is 3.
        max_time_slots: i64 = [required, range(1.0, 3.0)],
        /// Minimum time before the first slot, in hours. The API's default is 3.
        min_hours_diff: i64 = [required, at_least(0.0)],
        /// Number of days offered. The API's default is 3.
        no_of_days: i64 = [required, at_least(0.0)],
        /// IANA time zone of the slots. The API's default is `Europe/Berlin`.
        timezone: String = [required, time_zone],
        /// Books with Cal.com.
        calcom as "CALCOM": CalComBooking,
        /// Books with GoHighLevel.
        ghl as "GHL": GoHighLevelBooking,
    }

    /// Cal.com booking.
    pub struct CalComBooking {
        /// Event type id.
        event_id: String = [required, not_empty],
        /// Meeting platform.
        integration: MeetingIntegration,
        /// Whether a text message is sent. Default `false`.
        sms_boolean: bool,
        /// Text of the message.
        sms_message: String,
        /// Email address of the host.
        // Required by the reference; Synthflow's own clients omit it.
        user_email: String,
    }

    /// GoHighLevel booking.
    pub struct GoHighLevelBooking {
        /// Calendar id.
        calendar_id: String = [required, not_empty],
        /// Status of new appointments.
        autoconfirm: AppointmentState = [required],
        /// Title of new appointments.
        booking_title: String = [required],
    }

    /// Extracts information from the conversation. Set exactly one field, the type of question.
    #[rules(exactly_one(&["YES_NO", "SINGLE_CHOICE", "OPEN_QUESTION"]))]
    pub struct InformationExtractor {
        /// Yes/no question.
        yes_no as "YES_NO": YesNoQuestion,
        /// Question with a list of possible answers.
        single_choice as "SINGLE_CHOICE": SingleChoiceQuestion,
        /// Open question.
        open_question as "OPEN_QUESTION": OpenQuestion,
    }

    /// A yes/no question.
    pub struct YesNoQuestion {
        /// Name of the result in `executed_actions`. May contain spaces.
        identifier: String = [required],
        /// Question text.
        description: String,
    }

    /// A question with a list of possible answers.
    pub struct SingleChoiceQuestion {
        /// Name of the result in `executed_actions`. May contain spaces.
        identifier: String = [required],
        /// Question text.
        description: String,
        /// Possible answers.
        choices: Vec<String>,
    }

    /// An open question.
    pub struct OpenQuestion {
        /// Name of the result in `executed_actions`. May contain spaces.
        identifier: String = [required],
        /// Question text.
        description: String,
        /// Example answers.
        examples: Vec<String>,
    }

    /// Sends a text message after the call.
    pub struct SendSms {
        /// Message text.
        content: String = [required],
        /// Condition for sending the message, in natural language.
        instructions: String = [required],
    }

    /// Sends a text message during the call.
    pub struct IncallSms {
        /// Message text. Placeholders such as `<user_name>` are filled in.
        message_body: String = [required],
        /// Whether the agent waits for a reply. Default `false`.
        wait_for_reply: bool,
        /// Maximum wait for a reply, in seconds.
        timeout_seconds: i64 = [at_least(0.0)],
        /// Spoken if no reply arrives in that time.
        fallback_message: String,
        /// Spoken before the message is sent.
        message_before_action: String,
    }

    /// Sends a WhatsApp message during the call.
    pub struct IncallWhatsapp {
        /// SID of a Twilio Content template (`HX…`).
        content_sid: String = [required, not_empty],
        /// Values of the template's placeholders, by their number.
        content_variables: BTreeMap<String, String>,
        /// Whether the agent waits for a reply. Default `false`.
        wait_for_reply: bool,
        /// Maximum wait for a reply, in seconds.
        timeout_seconds: i64 = [at_least(0.0)],
        /// Spoken if no reply arrives in that time.
        fallback_message: String,
    }

    /// Evaluates the call after it ends.
    pub struct CustomEval {
        /// Evaluation question.
        question: EvalQuestion,
    }

    /// An evaluation question.
    #[rules(
        when("category", &["pass_fail"]).allows("expected_result", &["true", "false"]),
        when("category", &["numeric"])
            .allows("expected_result", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
    )]
    pub struct EvalQuestion {
        /// Name of the result.
        identifier: String,
        /// Question text.
        text: String,
        /// Type of answer.
        category: EvalCategory,
        /// Expected answer: `true` or `false` for `pass_fail`, an integer from 1 to 10 for `numeric`.
        expected_result: String,
    }
}

string_enum! {
    /// Meeting platform of an appointment.
    pub closed MeetingIntegration {
        /// Google Meet.
        GoogleMeet = "GMeet",
        /// Zoom.
        Zoom = "Zoom",
    }

    /// Status of a new appointment.
    pub closed AppointmentState {
        /// Confirmed.
        Confirmed = "confirmed",
        /// Not yet confirmed.
        New = "new",
    }

    /// Type of answer to an evaluation question.
    pub closed EvalCategory {
        /// Pass or fail.
        PassFail = "pass_fail",
        /// Integer from 1 to 10.
        Numeric = "numeric",
        /// Text.
        Descriptive = "descriptive",
        /// Level of agreement.
        LikertScale = "likert_scale",
    }
}
