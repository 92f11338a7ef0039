//! Actions in the body of `agents.create` and `agents.update`.

use super::{
    CalComBooking, CustomEval, GoHighLevelBooking, IncallSms, IncallWhatsapp, InformationExtractor, SendSms,
    TYPES, UpdateCustomAction, UpdateLiveTransfer,
};

model! {
    /// An action in `agents.create` and `agents.update`: its type, and the field of that type. Fewer fields are required
    /// than in `actions.create`.
    // Not in the reference; Synthflow's published examples (2026) have it, without `http_mode` and others.
    #[rules(
        exactly_one(TYPES),
        when("type", &["REAL_TIME_BOOKING"]).needs("REAL_TIME_BOOKING"),
        when("type", &["INFORMATION_EXTRACTOR"]).needs("INFORMATION_EXTRACTOR"),
        when("type", &["LIVE_TRANSFER"]).needs("LIVE_TRANSFER"),
        when("type", &["SEND_SMS"]).needs("SEND_SMS"),
        when("type", &["INCALL_SMS"]).needs("INCALL_SMS"),
        when("type", &["INCALL_WHATSAPP"]).needs("INCALL_WHATSAPP"),
        when("type", &["CUSTOM_ACTION"]).needs("CUSTOM_ACTION"),
        when("type", &["CUSTOM_EVAL"]).needs("CUSTOM_EVAL"),
    )]
    pub struct InlineAction {
        /// Type of the action.
        r#type: InlineActionType = [required],
        /// Name of the action.
        name: String,
        /// Description of the action.
        description: String,
        /// Books an appointment during the call.
        real_time_booking as "REAL_TIME_BOOKING": InlineRealTimeBooking,
        /// Extracts information from the conversation.
        information_extractor as "INFORMATION_EXTRACTOR": InformationExtractor,
        /// Transfers the call to a person.
        live_transfer as "LIVE_TRANSFER": UpdateLiveTransfer,
        /// Sends a text message after the call.
        send_sms as "SEND_SMS": SendSms,
        /// Sends a text message during the call.
        incall_sms as "INCALL_SMS": IncallSms,
        /// Sends a WhatsApp message during the call.
        incall_whatsapp as "INCALL_WHATSAPP": IncallWhatsapp,
        /// Sends an HTTP request.
        custom_action as "CUSTOM_ACTION": UpdateCustomAction,
        /// Evaluates the call after it ends.
        custom_eval as "CUSTOM_EVAL": CustomEval,
    }

    /// Books an appointment during the call: an action in `agents.create` and `agents.update`.
    pub struct InlineRealTimeBooking {
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
        calcom as "CALCOM": CalComBooking,
        /// Books with GoHighLevel.
        ghl as "GHL": GoHighLevelBooking,
    }
}

string_enum! {
    /// Type of an inline action.
    pub closed InlineActionType {
        /// Books an appointment during the call.
        RealTimeBooking = "REAL_TIME_BOOKING",
        /// Extracts information from the conversation.
        InformationExtractor = "INFORMATION_EXTRACTOR",
        /// Transfers the call to a person.
        LiveTransfer = "LIVE_TRANSFER",
        /// Sends a text message after the call.
        SendSms = "SEND_SMS",
        /// Sends a text message during the call.
        IncallSms = "INCALL_SMS",
        /// Sends a WhatsApp message during the call.
        IncallWhatsapp = "INCALL_WHATSAPP",
        /// Sends an HTTP request.
        CustomAction = "CUSTOM_ACTION",
        /// Evaluates the call after it ends.
        CustomEval = "CUSTOM_EVAL",
    }
}
