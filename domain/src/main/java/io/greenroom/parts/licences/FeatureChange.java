package io.greenroom.parts.licences;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.UserType;
import java.util.Optional;

/** Checks what a request does to a user's paid features. */
public final class FeatureChange {
    private final Licences licences;
    private final Call call;
    private final Doc user;
    private final Doc now;
    private final Doc wanted;

    /**
     * A change.
     *
     * @param now the features in force
     * @param wanted the features of the request; completed by {@link #check}
     */
    public FeatureChange(Licences licences, Call call, Doc user, Doc now, Doc wanted) {
        this.licences = licences;
        this.call = call;
        this.user = user;
        this.now = now;
        this.wanted = wanted;
    }

    /**
     * Refuses an impossible change. Sets the default capacity of features enabled without one; clears it when disabled.
     */
    public void check() {
        boolean asks = false;
        for (PaidFeature feature : PaidFeature.values()) {
            asks |= isOn(wanted, feature);
            checkLicence(feature);
        }
        checkRivals();
        if (asks) {
            checkPlaces();
        }
        checkUpcomingEvents();
        for (PaidFeature feature : PaidFeature.values()) {
            size(feature);
        }
        checkSold(PaidFeature.WEBINAR, "webinar_licences", "webinar-licences-max");
        checkSold(PaidFeature.LARGE_MEETING, "large_licences", "large-licences-max");
    }

    private static boolean isOn(Doc features, PaidFeature feature) {
        return features.flag(feature.field());
    }

    private void checkLicence(PaidFeature feature) {
        if (isOn(wanted, feature) && !UserType.of(user).isPaid()) {
            throw call.refuse(feature.needsLicence());
        }
    }

    /** Webinars and Zoom Events exclude each other; a request for both is refused for Zoom Events. */
    private void checkRivals() {
        boolean webinar = willBeOn(PaidFeature.WEBINAR);
        boolean events = willBeOn(PaidFeature.ZOOM_EVENTS);
        if (webinar && events) {
            throw call.refuse(isOn(now, PaidFeature.ZOOM_EVENTS) ? "webinar-beside-events" : "events-beside-webinar");
        }
    }

    private boolean willBeOn(PaidFeature feature) {
        return wanted.has(feature.field()) ? isOn(wanted, feature) : isOn(now, feature);
    }

    /** A plan may have become smaller than its number of users. */
    private void checkPlaces() {
        Pool paid = licences.paid(call);
        if (paid.places() == 0) {
            throw call.refuse("paid-users-none");
        }
        if (paid.present() > paid.places()) {
            throw call.refuse("paid-users-max", "max", paid.places());
        }
        Pool basic = licences.basic(call);
        if (basic.present() > basic.places()) {
            throw call.refuse("free-users-max", "max", basic.places());
        }
    }

    private void checkUpcomingEvents() {
        long upcoming = user.number("upcoming_events_capacity", 0);
        if (upcoming == 0) {
            return;
        }
        if (wanted.has(PaidFeature.ZOOM_EVENTS.field()) && !isOn(wanted, PaidFeature.ZOOM_EVENTS)) {
            throw call.refuse("events-removed");
        }
        long capacity = wanted.number(PaidFeature.ZOOM_EVENTS.capacity(), upcoming);
        if (capacity < upcoming) {
            throw call.refuse("events-downgraded", "capacity", capacity, "upcoming", upcoming);
        }
    }

    private void size(PaidFeature feature) {
        if (!willBeOn(feature)) {
            wanted.put(feature.capacity(), Doc.NULL);
        } else if (now.get(feature.capacity()) == null
                && wanted.optionalText(feature.capacity()).isEmpty()) {
            wanted.put(feature.capacity(), feature.smallest());
        }
    }

    private void checkSold(PaidFeature feature, String capacities, String failure) {
        Optional<Object> wantedSize = Optional.ofNullable(wanted.get(feature.capacity()))
                .filter(size -> size != Doc.NULL && !size.equals(now.get(feature.capacity())));
        if (wantedSize.isEmpty()) {
            return;
        }
        long size = wanted.number(feature.capacity());
        long taken = MeetingSettings.usersOfCapacity(call.store(), feature.capacity(), size);
        UserPolicy.of(call.store())
                .licences(capacities, size)
                .filter(max -> taken >= max)
                .ifPresent(max -> {
                    throw call.refuse(failure, "max", max, "capacity", size);
                });
    }
}
