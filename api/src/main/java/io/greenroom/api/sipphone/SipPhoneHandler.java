package io.greenroom.api.sipphone;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.util.List;
import java.util.Optional;

/** The SIP phones of an account's users. */
final class SipPhoneHandler {
    static final Table PHONES = Table.of("sip_phones", "SipPhoneRecord")
            .columns("user_id", "platform", "user_name")
            .counted()
            .goesWith("user", "user_id");

    /** A client cannot register without these fields, so an update cannot remove them. */
    private static final List<String> NEEDED = List.of(
            "domain",
            "register_server",
            "proxy_server",
            "registration_expire_time",
            "user_name",
            "password",
            "authorization_name",
            "voice_mail");

    private final Users users;

    SipPhoneHandler(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("listSipPhones", this::list);
        on.done("createSIPPhone", this::create);
        on.done("deleteSIPPhone", SipPhoneHandler::remove);
        on.done("updateSIPPhone", SipPhoneHandler::change);
    }

    private Page list(Call call) {
        Query query = call.store().in(PHONES);
        call.query().optionalText("search_key").ifPresent(key -> narrow(call, query, key));
        return Page.of(query.page(call.page().start(), call.page().size())).map(phone -> shown(call, phone));
    }

    /**
     * An address matches all phones of the user, or the one of its platform; any other key matches the SIP user name.
     */
    private void narrow(Call call, Query query, String key) {
        Optional<PhoneOwner> owner = key.contains("@") ? PhoneOwner.of(call, users, key) : Optional.empty();
        owner.ifPresentOrElse(
                found -> {
                    query.where("user_id", found.user().id());
                    if (!found.platform().isEmpty()) {
                        query.where("platform", found.platform());
                    }
                },
                () -> query.where("user_name", key));
    }

    private Doc shown(Call call, Doc phone) {
        Doc user = users.find(call, phone.text("user_id"))
                .orElseThrow(() -> new ContractViolation("SIP phone " + phone.id() + " is nobody's"));
        return call.as("SipPhone", phone).put("user_email", PhoneOwner.address(user, phone.text("platform")));
    }

    private void create(Call call) {
        String address = call.body().text("user_email");
        PhoneOwner owner =
                PhoneOwner.of(call, users, address).orElseThrow(() -> call.refuse("user-missing", "userId", address));
        String userId = owner.user().id();
        boolean exists = call.store()
                .in(PHONES)
                .where("user_id", userId)
                .where("platform", owner.platform())
                .exists();
        if (exists) {
            throw call.refuse("sip-phone-exists");
        }
        call.store()
                .insert(
                        PHONES,
                        call.blank(PHONES)
                                .take(call.body())
                                .put("id", call.ids().next())
                                .put("user_id", userId)
                                .put("platform", owner.platform()));
    }

    private static void change(Call call) {
        Doc before = phoneOf(call);
        Doc after = before.copy().take(call.body());
        NEEDED.forEach(name -> after.putIfAbsent(name, kept(before, name)));
        call.store().update(PHONES, after);
    }

    private static Object kept(Doc before, String name) {
        return Optional.ofNullable(before.get(name))
                .orElseThrow(() -> new ContractViolation("SIP phone " + before.id() + " has no " + name));
    }

    private static void remove(Call call) {
        call.store().delete(PHONES, phoneOf(call));
    }

    private static Doc phoneOf(Call call) {
        return call.require(PHONES, call.path("phoneId"), "sip-phone-missing");
    }

    static Optional<String> number(Call call, String userId) {
        return call.store().in(PHONES).where("user_id", userId).first().map(phone -> phone.text("user_name"));
    }
}
