package io.greenroom.api.deprecatedapiendpoints;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.pages.PagePlace;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.schedules.Kind;
import java.util.List;

/** The Deprecated API Endpoints group: files of past chats. */
public final class DeprecatedApiEndpointsGroup implements ApiGroup {

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public void bind(Bindings on) {
        on.doc("listPastMeetingFiles", new PastFilesHandler(Kind.MEETING)::list);
        on.doc("listPastWebinarFiles", new PastFilesHandler(Kind.WEBINAR)::list);
        on.serve(FileLinks.PLACE, scope -> new PagePlace(scope).page("{token}", FileLinks::download));
    }
}
