package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.countries.Country;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The organization's internal numbers for dialing in to an account's meetings. */
final class InternalNumberHandler {
    static final Table NUMBERS = Table.of("sip_audio_internal_numbers", "SipAudioInternalNumberRecord")
            .columns("number", "master_id")
            .counted();

    /** Our guess: the documentation mentions a limit without its value. */
    private static final int NUMBERS_PER_ACCOUNT = 300;

    void bind(Bindings on) {
        on.page("listInternalNumbers", InternalNumberHandler::list);
        on.doc("addInternalNumbers", InternalNumberHandler::add);
        on.done("deleteInternalNumber", InternalNumberHandler::remove);
    }

    private static Page list(Call call) {
        return Page.of(Masters.managed(call)
                .in(NUMBERS)
                .page(call.page().start(), call.page().size()));
    }

    private static Doc add(Call call) {
        Transaction store = Masters.managed(call);
        List<Doc> wanted = call.body().docs("internal_numbers");
        if (wanted.stream()
                .anyMatch(number -> Country.of(number.text("country")).isEmpty())) {
            throw call.refuse("sip-audio-numbers-invalid");
        }
        refuseUsed(call, wanted);
        if (store.in(NUMBERS).count() + wanted.size() > NUMBERS_PER_ACCOUNT) {
            throw call.refuse("sip-audio-number-max", "most", NUMBERS_PER_ACCOUNT);
        }
        List<Doc> added = wanted.stream()
                .map(number -> store.insert(NUMBERS, record(call, store, number)))
                .toList();
        return call.blank("SipAudioInternalNumbersAdded").put("internal_numbers", added);
    }

    /** A number leads to one account, so it is unique among a master account and its sub accounts. */
    private static void refuseUsed(Call call, List<Doc> wanted) {
        Set<String> numbers =
                wanted.stream().map(number -> number.text("number")).collect(Collectors.toSet());
        boolean used = call.store()
                .across(NUMBERS)
                .where("master_id", call.account().id())
                .whereIn("number", numbers)
                .exists();
        if (used || numbers.size() < wanted.size()) {
            throw call.refuse("sip-audio-number-used");
        }
    }

    private static Doc record(Call call, Transaction store, Doc wanted) {
        Doc number = store.blank(NUMBERS)
                .take(wanted)
                .put("id", call.ids().next())
                .put("master_id", call.account().id())
                .put("country", Country.of(wanted.text("country")).orElseThrow().id());
        return number.flag("visible") ? number.put("allow_join", true) : number;
    }

    private static void remove(Call call) {
        Transaction store = Masters.managed(call);
        Doc number =
                store.find(NUMBERS, call.path("numberId")).orElseThrow(() -> call.refuse("sip-audio-number-missing"));
        store.delete(NUMBERS, number);
    }
}
