package io.greenroom.api;

import io.greenroom.api.accounts.AccountsGroup;
import io.greenroom.api.billing.BillingGroup;
import io.greenroom.api.contacts.ContactsGroup;
import io.greenroom.api.devices.DevicesGroup;
import io.greenroom.api.groups.GroupsGroup;
import io.greenroom.api.imgroups.ImGroupsGroup;
import io.greenroom.api.pac.PacGroup;
import io.greenroom.api.roles.RolesGroup;
import io.greenroom.api.sipconnectedaudio.SipConnectedAudioGroup;
import io.greenroom.api.sipphone.SipPhoneGroup;
import io.greenroom.api.trackingfield.TrackingFieldGroup;
import io.greenroom.api.tsp.TspGroup;
import io.greenroom.api.users.UsersGroup;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.NotYet;
import java.util.List;

/** All groups of the API, each after those that it asks. */
public final class AllGroups implements ApiGroups {
    /** Promised, and still to be built. */
    static final List<String> WAITING = List.of(
            "Archiving",
            "Chat Channels",
            "Chat Channels (Account-level)",
            "Chat Messages",
            "Chatbot Messages",
            "Cloud Recording",
            "Common Area Phones",
            "Dashboards",
            "Deprecated API Endpoints",
            "IM Chat",
            "Meetings",
            "Phone",
            "Phone Auto Receptionists",
            "Phone Blocked List",
            "Phone Call Queues",
            "Phone Devices",
            "Phone Reports",
            "Phone Shared Line Groups",
            "Phone Site",
            "Reports",
            "Rooms",
            "Rooms Account",
            "Rooms Devices",
            "Rooms Location",
            "Webinars");

    @Override
    public List<ApiGroup> all() {
        UsersGroup users = new UsersGroup();
        ImGroupsGroup imGroups = new ImGroupsGroup(users.users());
        SipPhoneGroup sipPhones = new SipPhoneGroup(users.users());
        return List.of(
                users,
                new AccountsGroup(users.users()),
                new GroupsGroup(users.users()),
                imGroups,
                new TspGroup(users.users()),
                new PacGroup(users.users()),
                new TrackingFieldGroup(),
                new RolesGroup(users.users()),
                new DevicesGroup(),
                sipPhones,
                new ContactsGroup(users.users(), imGroups.imGroups(), sipPhones.sipPhones()),
                new SipConnectedAudioGroup(),
                new BillingGroup(users.users()),
                new NotYet(WAITING));
    }
}
