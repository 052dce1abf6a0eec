package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.GroupChosen;
import io.greenroom.api.users.facts.InvitationAccepted;
import io.greenroom.api.users.facts.LicenceLost;
import io.greenroom.api.users.facts.PlanChanged;
import io.greenroom.api.users.facts.UserDeactivated;
import io.greenroom.api.users.facts.UserJoined;
import io.greenroom.api.users.facts.UserMoved;
import io.greenroom.api.users.facts.UserRemoved;
import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.api.users.facts.UserSignedOut;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountOpened;
import io.greenroom.kernel.AccountRemoved;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.PendingUsers;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;
import java.util.List;

/** The Users group: the people of an account. */
public final class UsersGroup implements ApiGroup {
    private final UserDirectory directory = new UserDirectory();
    private final VirtualBackgrounds backgrounds = new VirtualBackgrounds();
    private final UserSettings settings = new UserSettings(backgrounds);

    /** Finds users. */
    public Users users() {
        return directory;
    }

    /** The roles of users. */
    public UserRoles roles() {
        return directory;
    }

    /** The owners of accounts. */
    public AccountOwners owners() {
        return new Ownership();
    }

    /** The assistants of users. */
    public Assistants assistants() {
        return UserAssistantsHandler::maySchedule;
    }

    /** The settings in force for users. */
    public UserSettings settings() {
        return settings;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                USERS,
                UserPolicy.POLICIES,
                UserAssistantsHandler.ASSISTANTS,
                MeetingSettings.TABLE,
                VirtualBackgrounds.BACKGROUNDS);
    }

    @Override
    public void bind(Bindings on) {
        on.subject(
                "user",
                new Bindings.Subject(
                        (store, who) -> directory.find(store, who).map(Doc::id),
                        (store, id) -> store.find(USERS, id).map(user -> user.text("email"))));
        on.provide(People.class, new UserPeople());
        on.provide(
                PendingUsers.class,
                (unit, who) ->
                        directory.find(unit, who).filter(Invitations::isPending).isPresent());
        on.provide(
                HostSettings.Source.class,
                (call, userId) -> settings.effective(
                        call,
                        directory
                                .find(call.store(), userId)
                                .orElseThrow(() -> new ContractViolation("There is no host " + userId))));
        on.serve(Pictures.PLACE, scope -> new Pictures(scope.calls().media()));
        on.publishes(UserJoined.class, UserMoved.class, UserRemoved.class);
        on.publishes(GroupChosen.class, LicenceLost.class, UserDeactivated.class);
        // Published by control operations, which stand in for the users' mails and clients.
        on.publishes(InvitationAccepted.class, UserSignedIn.class, UserSignedOut.class);
        on.fact(AccountOpened.class, this::addOwner);
        on.fact(PlanChanged.class, UsersGroup::changeOwner);
        on.fact(AccountRemoved.class, (call, removed) -> {
            call.forgetMedia(USERS, "picture");
            backgrounds.forgetFiles(call);
        });
        bindHandlers(on);
    }

    private void bindHandlers(Bindings on) {
        new UserHandler(
                        directory,
                        new UserCreation(directory, settings),
                        new UserChange(directory, settings),
                        new UserRemoval(directory, settings))
                .bind(on);
        new UserLookupsHandler(directory).bind(on);
        new UserCredentialsHandler(directory).bind(on);
        new UserStatusHandler(directory).bind(on);
        new UserMoveHandler(directory, settings).bind(on);
        new UserPictureHandler(directory).bind(on);
        new UserPresenceHandler(directory).bind(on);
        new UserTokensHandler(directory).bind(on);
        new UserAssistantsHandler(directory).bind(on);
        new UserSettingsHandler(directory, settings).bind(on);
        new UserBackgroundsHandler(directory, backgrounds).bind(on);
        new Invitations(settings).bind(on);
        new SignIns().bind(on);
        new UsersControl(directory).bind(on);
    }

    /** The owner is licensed while the account has a paid plan, and a Basic user while its plan is free. */
    private static long typeOfOwner(Doc account) {
        return (AccountFeatures.isPaid(account) ? UserType.LICENSED : UserType.BASIC).number();
    }

    private static void changeOwner(Call call, PlanChanged changed) {
        Doc account = changed.account();
        call.store()
                .find(USERS, account.text("owner_id"))
                .filter(owner -> UserType.of(owner).isPaid() != AccountFeatures.isPaid(account))
                .ifPresent(owner -> {
                    Doc typed = owner.copy().put("type", typeOfOwner(account));
                    Doc stored = call.store().update(USERS, NewUser.withHostKey(call, typed));
                    if (!UserType.of(stored).isPaid()) {
                        call.publish(new LicenceLost(stored));
                    }
                });
    }

    private void addOwner(Call call, AccountOpened opened) {
        AccountOpened.Owner owner = opened.owner();
        Doc draft = NewUser.draft(call, owner.id(), new EmailAddress(owner.email()))
                .put("first_name", owner.firstName())
                .put("last_name", owner.lastName())
                .put("type", typeOfOwner(opened.account()))
                .put("verified", 1)
                .put("password_hash", owner.passwordHash());
        Doc user = call.store().insert(USERS, NewUser.activate(call, SystemRole.OWNER.assign(draft)));
        settings.begin(call, user);
        call.publish(new UserJoined(user));
    }
}
