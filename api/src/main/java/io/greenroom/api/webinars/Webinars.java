package io.greenroom.api.webinars;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.ScheduleAccess;
import java.util.List;
import java.util.Optional;

/** Finds webinars for their operations. Most of these require that the host has the webinar licence. */
final class Webinars {
    /** The failures of a host without the licence; an operation declares one at most. */
    private static final List<String> UNLICENSED =
            List.of("webinar-plan-none", "webinar-plan-required", "webinar-api-closed");

    private static final int PMI_DIGITS = 10;

    private final ScheduleAccess access;
    private final HostDirectory hosts;

    Webinars(ScheduleAccess access, HostDirectory hosts) {
        this.access = access;
        this.hosts = hosts;
    }

    /** The webinar that a path names. */
    Optional<Doc> find(Call call, String named) {
        Optional<Doc> webinar = access.find(call, named);
        webinar.ifPresent(one -> requireLicence(call, hosts.host(call, one)));
        return webinar;
    }

    /** Refuses a host without the webinar licence, where the operation declares it. */
    void requireLicence(Call call, Doc host) {
        if (!hosts.settings(call, host).flag("feature.webinar")) {
            UNLICENSED.stream().filter(call::declares).findFirst().ifPresent(failure -> {
                throw call.refuse(failure, "userId", host.id());
            });
        }
    }

    /** No webinar has a personal meeting id; the operation that deletes webinars says so. */
    static Optional<Doc> personal(Users users, Call call, String number) {
        if (call.declares("meeting-pmi-kept")
                && number.length() == PMI_DIGITS
                && users.active(call).where("pmi", Long.parseLong(number)).exists()) {
            throw call.refuse("meeting-pmi-kept");
        }
        return Optional.empty();
    }
}
