package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;

/** What the join pages ask of the group of one kind of schedules. The group Webinars provides its own. */
public interface Door {

    Kind kind();

    /** The schedule with a number, unless it has expired or is deleted; refuses nothing. */
    Optional<Doc> find(Call call, String number);

    Sessions sessions();

    /** The host of a schedule. */
    Doc host(Call call, Doc schedule);
}
