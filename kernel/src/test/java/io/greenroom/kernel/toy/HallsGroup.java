package io.greenroom.kernel.toy;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reading halls, which paths identify by id or name. All of them inherit the same settings. */
public final class HallsGroup implements ApiGroup {
    static final Table HALLS = Table.of("halls", "HallRecord").columns("name");
    static final Table VISITS = Table.of("hall_visits", "VisitRecord").columns("hall_id", "at");

    /** The effective settings of every host: silence is locked, the number of seats is not set. */
    private static final HostSettings SETTINGS = new HostSettings() {
        private final Map<String, Object> values = Map.of("silence", true, "light.colour", "warm");
        private final Set<String> locked = Set.of("silence");

        @Override
        public Optional<Object> value(String setting) {
            return Optional.ofNullable(values.get(setting));
        }

        @Override
        public boolean isLocked(String setting) {
            return locked.contains(setting);
        }
    };

    @Override
    public List<Table> tables() {
        return List.of(HALLS, VISITS);
    }

    @Override
    public void bind(Bindings on) {
        on.resolve("hall", HallsGroup::find);
        on.provide(HostSettings.Source.class, (call, userId) -> SETTINGS);
        on.page("listHalls", call -> Page.whole(call.store().in(HALLS).list()));
        on.doc("getHall", call -> call.named("hallId"));
        on.doc("openHall", HallsGroup::open);
        on.done("visitHall", HallsGroup::visit);
        on.page("listVisits", HallsGroup::list);
        on.doc("countVisits", HallsGroup::count);
    }

    private static Optional<Doc> find(Call call, String value) {
        return call.store()
                .find(HALLS, value)
                .or(() -> call.store().in(HALLS).where("name", value).first());
    }

    private static Doc open(Call call) {
        Doc hall = call.blank(HALLS).take(call.body()).put("id", call.ids().next());
        return call.store().insert(HALLS, call.inherit(hall, call.caller().userId()));
    }

    private static void visit(Call call) {
        call.store()
                .insert(
                        VISITS,
                        call.blank(VISITS)
                                .put("id", call.ids().next())
                                .put("hall_id", call.path("hallId"))
                                .put("at", call.second()));
    }

    private static Query visits(Call call, DateRange range) {
        return call.store()
                .in(VISITS)
                .where("hall_id", call.path("hallId"))
                .between("at", range.start().toString(), range.end().toString());
    }

    private static Page list(Call call) {
        Query.Slice visits =
                visits(call, call.range()).page(call.page().start(), call.page().size());
        return Page.of(visits).with(call.named("hallId"));
    }

    private static Doc count(Call call) {
        DateRange range = call.range();
        return call.blank("VisitCount")
                .put("from", range.start())
                .put("to", range.last())
                .put("visits", visits(call, range).count());
    }
}
