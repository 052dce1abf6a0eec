package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** What registration asks of the group whose meetings or webinars people register for. */
public interface RegistrationHosts {

    /**
     * A limit of the number of registrants.
     *
     * @param most how many take a place at the same time
     * @param failure the general name of the failure to refuse more with
     */
    record Limit(long most, String failure) {}

    /** The limits for a schedule, in the order in which they are checked. */
    List<Limit> limits(Call call, Doc schedule);

    /**
     * Refuses a person who may not register, by a rule of the group.
     *
     * @param profile a new {@code RegistrantRecord}; loses a {@code source_id} that the group does not know
     */
    void check(Call call, Doc schedule, Doc profile);

    /** Counts a visit to the registration page of a schedule through a tracking source, if it has such a source. */
    void visited(Call call, Doc schedule, String source);
}
