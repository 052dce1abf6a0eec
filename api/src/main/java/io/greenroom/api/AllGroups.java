package io.greenroom.api;

import io.greenroom.api.accounts.AccountsGroup;
import io.greenroom.api.billing.BillingGroup;
import io.greenroom.api.contacts.ContactsGroup;
import io.greenroom.api.deprecatedapiendpoints.DeprecatedApiEndpointsGroup;
import io.greenroom.api.devices.DevicesGroup;
import io.greenroom.api.groups.GroupsGroup;
import io.greenroom.api.imgroups.ImGroupsGroup;
import io.greenroom.api.meetings.MeetingsGroup;
import io.greenroom.api.pac.PacGroup;
import io.greenroom.api.roles.RolesGroup;
import io.greenroom.api.sipconnectedaudio.SipConnectedAudioGroup;
import io.greenroom.api.sipphone.SipPhoneGroup;
import io.greenroom.api.trackingfield.TrackingFieldGroup;
import io.greenroom.api.tsp.TspGroup;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.api.users.UsersGroup;
import io.greenroom.api.webinars.WebinarsGroup;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.NotYet;
import java.util.List;
import java.util.stream.Stream;

/** All groups of the API by family, each after those whose public types it uses. */
public final class AllGroups implements ApiGroups {
    /** In the contract, but not yet built. */
    static final List<String> WAITING = List.of(
            "Archiving",
            "Chat Channels",
            "Chat Channels (Account-level)",
            "Chat Messages",
            "Chatbot Messages",
            "Cloud Recording",
            "Common Area Phones",
            "Dashboards",
            "IM Chat",
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
            "Rooms Location");

    @Override
    public List<ApiGroup> all() {
        UsersGroup usersGroup = new UsersGroup();
        Users users = usersGroup.users();
        List<ApiGroup> notYet = List.of(new NotYet(WAITING));
        return Stream.of(people(usersGroup, users), sessions(usersGroup, users), telephony(users), notYet)
                .flatMap(List::stream)
                .toList();
    }

    /** The groups for accounts, users, roles and billing. */
    private static List<ApiGroup> people(UsersGroup usersGroup, Users users) {
        ImGroupsGroup imGroups = new ImGroupsGroup(users);
        return List.of(
                usersGroup,
                new AccountsGroup(users, usersGroup.owners(), usersGroup.roles()),
                new GroupsGroup(users),
                imGroups,
                new RolesGroup(users, usersGroup.roles()),
                new ContactsGroup(users, imGroups.imGroups()),
                new BillingGroup(users));
    }

    /** The groups for meetings and webinars, and for the means of joining them. */
    private static List<ApiGroup> sessions(UsersGroup usersGroup, Users users) {
        TrackingFieldGroup trackingFields = new TrackingFieldGroup();
        UserSettings settings = usersGroup.settings();
        return List.of(
                trackingFields,
                new MeetingsGroup(users, settings, usersGroup.assistants(), trackingFields.fields()),
                new WebinarsGroup(users, settings, trackingFields.fields()),
                new DeprecatedApiEndpointsGroup(),
                new TspGroup(users),
                new PacGroup(users),
                new SipConnectedAudioGroup(),
                new DevicesGroup());
    }

    /** The groups for telephones and calls. */
    private static List<ApiGroup> telephony(Users users) {
        return List.of(new SipPhoneGroup(users));
    }
}
