package io.greenroom.parts.registration;

import io.greenroom.kernel.store.Table;
import java.util.List;

/** The tables of registration. Their rows belong to an owner: the meeting or webinar that people register for. */
public final class RegistrationTables {
    /** Registrants by owner and id. */
    public static final Table REGISTRANTS = ofSchedules(Table.of("registrants", "RegistrantRecord")
            .key("owner", "id")
            .columns("owner", "status", "email_key", "token", "source_id")
            .counted("owner", "status")
            .counted("owner", "source_id", "status"));

    /** The occurrences that registrants have chosen. */
    static final Table OCCURRENCES = ofSchedules(Table.of("registrant_occurrences", "RegistrantOccurrenceRecord")
            .key("owner", "registrant_id", "occurrence_id")
            .columns("owner", "registrant_id", "occurrence_id", "status")
            .counted("owner", "occurrence_id", "status"));

    /** The registration questions of owners that do not have the usual ones. */
    static final Table QUESTIONS = ofSchedules(Table.of("registration_questions", "RegistrationQuestionsRecord")
            .key("owner")
            .columns("owner"));

    private RegistrationTables() {}

    private static Table ofSchedules(Table table) {
        return table.goesWith("meeting", "owner").goesWith("webinar", "owner");
    }

    /** All of them. */
    public static List<Table> all() {
        return List.of(REGISTRANTS, OCCURRENCES, QUESTIONS);
    }
}
