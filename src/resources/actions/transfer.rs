//! Live transfers of a call to a person.
//!
//! Length: four variants of one action, each with all its fields.

union! {
    /// Transfers the call to a phone number, or to an entry of a phone book.
    pub enum LiveTransfer {
        /// To a phone number.
        Phone(LiveTransferToPhone),
        /// To an entry of a phone book.
        PhoneBook(LiveTransferToPhoneBook),
    }

    /// A live transfer, in `actions.update`.
    pub enum UpdateLiveTransfer {
        /// To a phone number.
        Phone(UpdateLiveTransferToPhone),
        /// To an entry of a phone book.
        PhoneBook(UpdateLiveTransferToPhoneBook),
    }
}

model! {
    /// Transfers the call to a phone number.
    pub struct LiveTransferToPhone {
        /// How the call is transferred.
        transfer_mode: TransferMode = [required],
        /// Spoken to the transfer target.
        message_to_transfer_target: String,
        /// Phone number or SIP URI of the transfer target.
        phone: String = [required],
        /// Condition for the transfer, in natural language.
        instructions: String = [required],
        /// Maximum wait for an answer, in seconds.
        timeout: i64 = [at_least(0.0)],
        /// Extension digits, dialed after the answer.
        digits: String,
        /// Spoken before the transfer.
        initiating_msg: String = [required],
        /// Closing message.
        goodbye_msg: String,
        /// Spoken if the transfer fails.
        failed_msg: String,
        /// Whether recording stops after the transfer.
        stop_recording_after_transfer: bool,
        /// Whether to wait until a human, not a machine, answers.
        human_detection: bool,
        /// Maximum wait for a human, in seconds. For `human_detection`.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// Instructions for the summary of the call.
        summarization_prompt: String,
        /// Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
        /// account; the call fails with others.
        preserve_caller_id: bool,
        /// Whether the target is asked before being connected.
        screened: bool,
        /// Availability of the target.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to an entry of a phone book.
    pub struct LiveTransferToPhoneBook {
        /// How the call is transferred.
        transfer_mode: TransferMode = [required],
        /// Spoken to the transfer target.
        message_to_transfer_target: String,
        /// Id of the phone book with the transfer targets: see `phone_books`.
        phone_book_id: String = [required, not_empty],
        /// Condition for the transfer, in natural language.
        instructions: String = [required],
        /// Maximum wait for an answer, in seconds.
        timeout: i64 = [at_least(0.0)],
        /// Extension digits, dialed after the answer.
        digits: String,
        /// Spoken before the transfer.
        initiating_msg: String = [required],
        /// Closing message.
        goodbye_msg: String,
        /// Spoken if the transfer fails.
        failed_msg: String,
        /// Whether recording stops after the transfer.
        stop_recording_after_transfer: bool,
        /// Whether to wait until a human, not a machine, answers.
        human_detection: bool,
        /// Maximum wait for a human, in seconds. For `human_detection`.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// Instructions for the summary of the call.
        summarization_prompt: String,
        /// Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
        /// account; the call fails with others.
        preserve_caller_id: bool,
        /// Whether the target is asked before being connected.
        screened: bool,
        /// Availability of the target.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to a phone number, in `actions.update`.
    pub struct UpdateLiveTransferToPhone {
        /// How the call is transferred.
        transfer_mode: TransferMode = [required],
        /// Spoken to the transfer target.
        message_to_transfer_target: String,
        /// Phone number or SIP URI of the transfer target.
        phone: String = [required],
        /// Condition for the transfer, in natural language.
        instructions: String = [required],
        /// Maximum wait for an answer, in seconds.
        timeout: i64 = [at_least(0.0)],
        /// Extension digits, dialed after the answer.
        digits: String,
        /// Spoken before the transfer.
        initiating_msg: String = [required],
        /// Closing message.
        goodbye_msg: String,
        /// Spoken if the transfer fails.
        failed_msg: String,
        /// Whether music is played during the transfer.
        enable_background_music: bool,
        /// Whether recording stops after the transfer.
        stop_recording_after_transfer: bool,
        /// Whether to wait until a human, not a machine, answers.
        human_detection: bool,
        /// Maximum wait for a human, in seconds. For `human_detection`.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// Instructions for the summary of the call.
        summarization_prompt: String,
        /// Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
        /// account; the call fails with others.
        preserve_caller_id: bool,
        /// Whether the target is asked before being connected.
        screened: bool,
        /// Availability of the target.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to an entry of a phone book, in `actions.update`.
    pub struct UpdateLiveTransferToPhoneBook {
        /// How the call is transferred.
        transfer_mode: TransferMode = [required],
        /// Spoken to the transfer target.
        message_to_transfer_target: String,
        /// Id of the phone book with the transfer targets: see `phone_books`.
        phone_book_id: String = [required, not_empty],
        /// Condition for the transfer, in natural language.
        instructions: String = [required],
        /// Maximum wait for an answer, in seconds.
        timeout: i64 = [at_least(0.0)],
        /// Extension digits, dialed after the answer.
        digits: String,
        /// Spoken before the transfer.
        initiating_msg: String = [required],
        /// Closing message.
        goodbye_msg: String,
        /// Spoken if the transfer fails.
        failed_msg: String,
        /// Whether music is played during the transfer.
        enable_background_music: bool,
        /// Whether recording stops after the transfer.
        stop_recording_after_transfer: bool,
        /// Whether to wait until a human, not a machine, answers.
        human_detection: bool,
        /// Maximum wait for a human, in seconds. For `human_detection`.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// Instructions for the summary of the call.
        summarization_prompt: String,
        /// Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
        /// account; the call fails with others.
        preserve_caller_id: bool,
        /// Whether the target is asked before being connected.
        screened: bool,
        /// Availability of the target.
        human_availability: HumanAvailability,
    }

    /// Hours in which a transfer target is available.
    #[rules(distinct(&["schedule.weekday"]))]
    pub struct HumanAvailability {
        /// IANA time zone of the schedule.
        timezone: String = [required, time_zone],
        /// Schedule. Each weekday at most once.
        schedule: Vec<HumanAvailabilityDay> = [required],
        /// Spoken outside the schedule.
        unavailable_message: String,
        /// Whether the schedule applies.
        active: bool = [required],
    }

    /// Hours on a weekday.
    pub struct HumanAvailabilityDay {
        /// Weekday.
        weekday: Weekday = [required],
        /// Interval. Exactly one.
        interval: Vec<HumanAvailabilityInterval> = [required, range(1.0, 1.0)],
    }

    /// A time interval, in 24-hour format.
    pub struct HumanAvailabilityInterval {
        /// Start time.
        from: String = [required, time_of_day],
        /// End time.
        to: String = [required, time_of_day],
    }
}

string_enum! {
    /// How the call is transferred.
    pub closed TransferMode {
        /// Immediately.
        ColdTransfer = "cold_transfer",
        /// After a message to the target.
        WarmTransfer = "warm_transfer",
        /// After a summary of the call for the target.
        WarmTransferWithContext = "warm_transfer_with_context",
    }

    /// A weekday.
    pub closed Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}
