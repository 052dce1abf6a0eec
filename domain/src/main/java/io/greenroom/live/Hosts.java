package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;

/** What sessions ask of the users who host them. */
public interface Hosts {

    /** The host of a schedule. */
    Doc host(Call call, Doc schedule);

    /** The user with an id or e-mail address. */
    Doc user(Call call, String named);

    /** The settings in force for a host. */
    HostSettings settings(Call call, Doc host);

    /** Called when a session has ended, in its unit. */
    default void ended(Call call, Doc schedule, Doc session) {}
}
