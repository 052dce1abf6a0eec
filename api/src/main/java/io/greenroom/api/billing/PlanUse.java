package io.greenroom.api.billing;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import java.util.List;

/** Counts the use of an account's plans. */
final class PlanUse {
    /** The types of users that an account pays for: licensed ones, and those of connectors on its premises. */
    private static final List<Integer> PAID_TYPES = List.of(2, 3);

    private final Users users;

    PlanUse(Users users) {
        this.users = users;
    }

    /** The number of active users that the account pays for. */
    long paidUsers(Call account) {
        return PAID_TYPES.stream()
                .mapToLong(type -> users.active(account).where("type", type).count())
                .sum();
    }

    /** The number of used hosts of an offer: licensed users, or users with meetings or webinars of its size. */
    long of(Call account, Offer offer) {
        return switch (offer.part()) {
            case BASE -> paidUsers(account);
            case LARGE_MEETING ->
                MeetingSettings.usersOfCapacity(account.store(), "large_meeting_capacity", offer.size());
            case WEBINAR -> MeetingSettings.usersOfCapacity(account.store(), "webinar_capacity", offer.size());
            // The groups that keep rooms, connectors and phones are not built yet.
            case ROOMS, ROOM_CONNECTOR, RECORDING, AUDIO, PHONE_BASE, PHONE_CALLING, PHONE_NUMBER -> 0;
        };
    }
}
