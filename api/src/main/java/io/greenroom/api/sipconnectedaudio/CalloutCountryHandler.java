package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.countries.Country;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The countries that an account's meetings call out to over its own carrier. */
final class CalloutCountryHandler {
    static final Table COUNTRIES =
            Table.of("sip_audio_countries", "SipAudioCountryRecord").columns("master_id");

    void bind(Bindings on) {
        on.page("listInternalCalloutCountries", CalloutCountryHandler::list);
        on.doc("addCalloutCountries", CalloutCountryHandler::add);
        on.done("deleteInternalCallOutCountry", CalloutCountryHandler::remove);
    }

    private static Page list(Call call) {
        return Page.whole(Masters.managed(call).in(COUNTRIES).list()).map(row -> shown(call, row.id()));
    }

    private static Doc add(Call call) {
        Transaction store = Masters.managed(call);
        Set<String> wanted = new LinkedHashSet<>();
        for (Doc choice : call.body().docs("callout_countries")) {
            wanted.add(Country.of(choice.id())
                    .orElseThrow(() -> call.refuse("sip-audio-countries-invalid"))
                    .id());
        }
        for (String id : wanted) {
            if (store.find(COUNTRIES, id).isEmpty()) {
                store.insert(
                        COUNTRIES,
                        store.blank(COUNTRIES)
                                .put("id", id)
                                .put("master_id", call.account().id()));
            }
        }
        List<Doc> added = wanted.stream().map(id -> shown(call, id)).toList();
        return call.blank("SipAudioCountriesAdded").put("callout_countries", added);
    }

    private static Doc shown(Call call, String id) {
        Country country = Country.of(id).orElseThrow(() -> new ContractViolation("There is no country " + id));
        return call.blank("SipAudioCountry")
                .put("id", country.id())
                .put("name", country.name())
                .put("code", country.callingCode());
    }

    private static void remove(Call call) {
        Transaction store = Masters.managed(call);
        Doc country = store.find(COUNTRIES, call.path("countryId").toUpperCase(Locale.ROOT))
                .orElseThrow(() -> call.refuse("sip-audio-country-missing"));
        store.delete(COUNTRIES, country);
    }
}
