//! The kinds of actions, as `actions.create` takes them; custom actions and transfers have files of
//! their own.

use std::collections::BTreeMap;

model! {
    /// Books an appointment during the call, with Cal.com or GoHighLevel; one of them must be connected.
    pub struct RealTimeBooking {
        /// First day that is offered, `YYYY-MM-DD`.
        first_appt_date: String = [required, like("0000-00-00")],
        /// Time slots that are offered a day. The API's default is 3.
        max_time_slots: i64 = [required, range(1.0, 3.0)],
        /// Hours from now until the first slot. The API's default is 3.
        min_hours_diff: i64 = [required],
        /// Days that are offered. The API's default is 3.
        no_of_days: i64 = [required],
        /// IANA time zone of the slots. The API's default is `Europe/Berlin`.
        timezone: String = [required, time_zone],
        /// With Cal.com, which must be connected.
        calcom as "CALCOM": CalComBooking,
        /// With GoHighLevel, which must be connected.
        ghl as "GHL": GoHighLevelBooking,
    }

    /// Booking with Cal.com.
    pub struct CalComBooking {
        /// Id of the event type.
        event_id: String = [required],
        /// Where they meet.
        integration: MeetingIntegration,
        /// Whether a text message is sent. Default `false`.
        sms_boolean: bool,
        /// Text of that message.
        sms_message: String,
        /// Email address of the host.
        user_email: String = [required],
    }

    /// Booking with GoHighLevel.
    pub struct GoHighLevelBooking {
        /// Id of the calendar.
        calendar_id: String = [required],
        /// State a new appointment has.
        autoconfirm: AppointmentState = [required],
        /// Title of an appointment.
        booking_title: String = [required],
    }

    /// Finds something out from what was said: one field, the kind of question.
    pub struct InformationExtractor {
        /// A question of yes or no.
        yes_no as "YES_NO": YesNoQuestion,
        /// A question with one answer out of a list.
        single_choice as "SINGLE_CHOICE": SingleChoiceQuestion,
        /// A question with any answer.
        open_question as "OPEN_QUESTION": OpenQuestion,
    }

    /// A question of yes or no.
    pub struct YesNoQuestion {
        /// Name of the answer in `executed_actions`. A space is allowed.
        identifier: String = [required],
        /// The question.
        description: String,
    }

    /// A question with one answer out of a list.
    pub struct SingleChoiceQuestion {
        /// Name of the answer in `executed_actions`. A space is allowed.
        identifier: String = [required],
        /// The question.
        description: String,
        /// The answers.
        choices: Vec<String>,
    }

    /// A question with any answer.
    pub struct OpenQuestion {
        /// Name of the answer in `executed_actions`. A space is allowed.
        identifier: String = [required],
        /// The question.
        description: String,
        /// Examples of answers.
        examples: Vec<String>,
    }

    /// Sends a text message after the call.
    pub struct SendSms {
        /// The text.
        content: String = [required],
        /// In which case it is sent.
        instructions: String = [required],
    }

    /// Sends a text message during the call.
    pub struct IncallSms {
        /// The text; placeholders like `<user_name>` are filled in.
        message_body: String = [required],
        /// Whether the agent waits for a reply. Default `false`.
        wait_for_reply: bool,
        /// Longest wait for the reply, in seconds.
        timeout_seconds: i64,
        /// What the agent says when there was none.
        fallback_message: String,
        /// What the agent says before.
        message_before_action: String,
    }

    /// Sends a WhatsApp message during the call.
    pub struct IncallWhatsapp {
        /// SID of a Twilio Content template: `HX…`.
        content_sid: String = [required],
        /// What its placeholders hold, by their number.
        content_variables: BTreeMap<String, String>,
        /// Whether the agent waits for a reply. Default `false`.
        wait_for_reply: bool,
        /// Longest wait for the reply, in seconds.
        timeout_seconds: i64,
        /// What the agent says when there was none.
        fallback_message: String,
    }

    /// Judges the call after its end.
    pub struct CustomEval {
        /// What is judged.
        question: EvalQuestion,
    }

    /// A question about a call.
    pub struct EvalQuestion {
        /// Name of the judgement.
        identifier: String,
        /// The question.
        text: String,
        /// Kind of answer.
        category: EvalCategory,
        /// The answer that counts as good: `true` or `false` for `pass_fail`, a whole number from 1 to 10
        /// for `numeric`.
        expected_result: String,
    }
}

string_enum! {
    /// Where an appointment takes place.
    pub closed MeetingIntegration {
        /// Google Meet.
        GoogleMeet = "GMeet",
        /// Zoom.
        Zoom = "Zoom",
    }

    /// State of a new appointment.
    pub closed AppointmentState {
        /// It is confirmed.
        Confirmed = "confirmed",
        /// Somebody has to confirm it.
        New = "new",
    }

    /// Kind of answer to a question about a call.
    pub closed EvalCategory {
        /// Yes or no.
        PassFail = "pass_fail",
        /// From 1 to 10.
        Numeric = "numeric",
        /// In words.
        Descriptive = "descriptive",
        /// How much one agrees.
        LikertScale = "likert_scale",
    }
}
