//! Live transfers: a call is handed over to a person.
//!
//! Length: four forms of one action, each with all its fields.

union! {
    /// Transfers the call to a person: to one number, or to an entry of a phone book.
    pub enum LiveTransfer {
        /// To one number.
        Phone(LiveTransferToPhone),
        /// To an entry of a phone book.
        PhoneBook(LiveTransferToPhoneBook),
    }

    /// A live transfer, as `actions.update` takes it.
    pub enum UpdateLiveTransfer {
        /// To one number.
        Phone(UpdateLiveTransferToPhone),
        /// To an entry of a phone book.
        PhoneBook(UpdateLiveTransferToPhoneBook),
    }
}

model! {
    /// Transfers the call to one number.
    pub struct LiveTransferToPhone {
        /// How the call is handed over.
        transfer_mode: TransferMode = [required],
        /// What is said to the person it is transferred to.
        message_to_transfer_target: String,
        /// Phone number, or SIP URI, it is transferred to.
        phone: String = [required],
        /// In which case the call is transferred.
        instructions: String = [required],
        /// Seconds until nobody answers.
        timeout: i64,
        /// Digits that are dialled after the answer: an extension.
        digits: String,
        /// What the agent says before.
        initiating_msg: String = [required],
        /// What the agent says at the end.
        goodbye_msg: String,
        /// What the agent says when it failed.
        failed_msg: String,
        /// Whether the recording ends with the transfer.
        stop_recording_after_transfer: bool,
        /// Whether it waits until a human answers, not a machine.
        human_detection: bool,
        /// Seconds of that wait.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// How the call so far is summed up for the person.
        summarization_prompt: String,
        /// Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
        /// Twilio account; with others the call fails.
        preserve_caller_id: bool,
        /// Whether the person is asked first.
        screened: bool,
        /// When somebody is there.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to an entry of a phone book.
    pub struct LiveTransferToPhoneBook {
        /// How the call is handed over.
        transfer_mode: TransferMode = [required],
        /// What is said to the person it is transferred to.
        message_to_transfer_target: String,
        /// Phone book whose entries say to whom it is transferred: see `phoneBooks`.
        phone_book_id: String = [required],
        /// In which case the call is transferred.
        instructions: String = [required],
        /// Seconds until nobody answers.
        timeout: i64,
        /// Digits that are dialled after the answer: an extension.
        digits: String,
        /// What the agent says before.
        initiating_msg: String = [required],
        /// What the agent says at the end.
        goodbye_msg: String,
        /// What the agent says when it failed.
        failed_msg: String,
        /// Whether the recording ends with the transfer.
        stop_recording_after_transfer: bool,
        /// Whether it waits until a human answers, not a machine.
        human_detection: bool,
        /// Seconds of that wait.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// How the call so far is summed up for the person.
        summarization_prompt: String,
        /// Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
        /// Twilio account; with others the call fails.
        preserve_caller_id: bool,
        /// Whether the person is asked first.
        screened: bool,
        /// When somebody is there.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to one number, as `actions.update` takes it.
    pub struct UpdateLiveTransferToPhone {
        /// How the call is handed over.
        transfer_mode: TransferMode = [required],
        /// What is said to the person it is transferred to.
        message_to_transfer_target: String,
        /// Phone number, or SIP URI, it is transferred to.
        phone: String = [required],
        /// In which case the call is transferred.
        instructions: String = [required],
        /// Seconds until nobody answers.
        timeout: i64,
        /// Digits that are dialled after the answer: an extension.
        digits: String,
        /// What the agent says before.
        initiating_msg: String = [required],
        /// What the agent says at the end.
        goodbye_msg: String,
        /// What the agent says when it failed.
        failed_msg: String,
        /// Whether there is music while it waits.
        enable_background_music: bool,
        /// Whether the recording ends with the transfer.
        stop_recording_after_transfer: bool,
        /// Whether it waits until a human answers, not a machine.
        human_detection: bool,
        /// Seconds of that wait.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// How the call so far is summed up for the person.
        summarization_prompt: String,
        /// Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
        /// Twilio account; with others the call fails.
        preserve_caller_id: bool,
        /// Whether the person is asked first.
        screened: bool,
        /// When somebody is there.
        human_availability: HumanAvailability,
    }

    /// Transfers the call to an entry of a phone book, as `actions.update` takes it.
    pub struct UpdateLiveTransferToPhoneBook {
        /// How the call is handed over.
        transfer_mode: TransferMode = [required],
        /// What is said to the person it is transferred to.
        message_to_transfer_target: String,
        /// Phone book whose entries say to whom it is transferred: see `phoneBooks`.
        phone_book_id: String = [required],
        /// In which case the call is transferred.
        instructions: String = [required],
        /// Seconds until nobody answers.
        timeout: i64,
        /// Digits that are dialled after the answer: an extension.
        digits: String,
        /// What the agent says before.
        initiating_msg: String = [required],
        /// What the agent says at the end.
        goodbye_msg: String,
        /// What the agent says when it failed.
        failed_msg: String,
        /// Whether there is music while it waits.
        enable_background_music: bool,
        /// Whether the recording ends with the transfer.
        stop_recording_after_transfer: bool,
        /// Whether it waits until a human answers, not a machine.
        human_detection: bool,
        /// Seconds of that wait.
        human_detection_timeout_seconds: i64 = [range(30.0, 1800.0)],
        /// How the call so far is summed up for the person.
        summarization_prompt: String,
        /// Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
        /// Twilio account; with others the call fails.
        preserve_caller_id: bool,
        /// Whether the person is asked first.
        screened: bool,
        /// When somebody is there.
        human_availability: HumanAvailability,
    }

    /// When somebody is there to take a call.
    pub struct HumanAvailability {
        /// IANA time zone of the times.
        timezone: String = [required, time_zone],
        /// The times, each weekday at most once.
        schedule: Vec<HumanAvailabilityDay> = [required],
        /// What the agent says when nobody is there.
        unavailable_message: String,
        /// Whether the times count.
        active: bool = [required],
    }

    /// When somebody is there on a weekday.
    pub struct HumanAvailabilityDay {
        /// The day.
        weekday: Weekday = [required],
        /// The time; exactly one.
        interval: Vec<HumanAvailabilityInterval> = [required],
    }

    /// From when until when somebody is there.
    pub struct HumanAvailabilityInterval {
        /// Beginning, `HH:MM` of 24 hours.
        from: String = [required, like("00:00")],
        /// End, `HH:MM` of 24 hours.
        to: String = [required, like("00:00")],
    }
}

string_enum! {
    /// How a call is handed over.
    pub closed TransferMode {
        /// At once.
        ColdTransfer = "cold_transfer",
        /// After a message to the person.
        WarmTransfer = "warm_transfer",
        /// After a summary of the call so far.
        WarmTransferWithContext = "warm_transfer_with_context",
    }

    /// A day of the week.
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
