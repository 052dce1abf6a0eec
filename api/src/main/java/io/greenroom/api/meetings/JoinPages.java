package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PageLayout;
import io.greenroom.kernel.pages.PagePlace;
import io.greenroom.kernel.pages.Visit;
import io.greenroom.live.Door;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.startkeys.StartKey;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages behind the links that people join by: {@code /j}, {@code /w}, {@code /s} and {@code /my}. They show the
 * meeting and whether the visitor could join it now.
 */
final class JoinPages {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{8,10}");
    private static final int NOT_FOUND = 404;

    private final Bindings on;
    private final Door meetings;
    private final Users users;
    private final PageLayout layout = new PageLayout();

    JoinPages(Bindings on, Door meetings, Users users) {
        this.on = on;
        this.meetings = meetings;
        this.users = users;
    }

    void bind() {
        for (String place : new String[] {"j", "w", "s"}) {
            on.serve(place, scope -> new PagePlace(scope)
                    .page("{number}", visit -> numbered(visit, visit.path("number"))));
        }
        on.serve("my", scope -> new PagePlace(scope).page("{name}", this::personal));
    }

    /** The page of the schedule with a number, or of the meeting with a personal meeting id. */
    private Answer numbered(Visit visit, String number) {
        if (!NUMBER.matcher(number).matches()) {
            return missing();
        }
        long value = Long.parseLong(number);
        return doors().map(door -> visit.account(
                                unit -> unit.across(door.kind().table()).where("id", value))
                        .or(() -> visit.account(unit -> users.withPersonalNumber(unit, value))
                                .filter(any -> door == meetings))
                        .flatMap(account -> visit.read(account, call -> page(call, visit, door, number)))
                        .flatMap(Function.identity()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::missing);
    }

    private Stream<Door> doors() {
        return Stream.concat(Stream.of(meetings), on.answer(Door.class).stream());
    }

    private Optional<Answer> page(Call call, Visit visit, Door door, String number) {
        Optional<Doc> schedule = door.find(call, number);
        if (schedule.isPresent()) {
            return Optional.of(new JoinPage(call, visit, door, schedule.get(), starter(call, visit)).answer(layout));
        }
        return call.store()
                .find(door.kind().table(), number)
                .filter(expired -> expired.text("state").equals("expired"))
                .map(expired -> JoinPage.ended(layout, expired));
    }

    /** The user whose key the link contains; empty if there is no key or it is not valid. */
    private Optional<Doc> starter(Call call, Visit visit) {
        return visit.parameter("zak").flatMap(key -> StartKey.read(call, key)).flatMap(holder -> users.find(
                        call, holder.userId())
                .filter(user -> UserState.of(user) == UserState.ACTIVE)
                .filter(user -> holder.issued().getEpochSecond() >= user.number("tokens_from", 0)));
    }

    /** The page of the meeting with a user's personal meeting id. */
    private Answer personal(Visit visit) {
        String name = visit.path("name");
        return visit.account(unit -> users.withPersonalLink(unit, name))
                .flatMap(account -> visit.read(account, call -> number(call, name)))
                .flatMap(Function.identity())
                .map(number -> numbered(visit, number))
                .orElseGet(this::missing);
    }

    private Optional<String> number(Call call, String name) {
        return users.withPersonalLink(call.store(), name)
                .first()
                .filter(user -> user.has("pmi"))
                .map(user -> user.text("pmi"));
    }

    private Answer missing() {
        return layout.message(NOT_FOUND, "Invalid meeting ID", "There is no such meeting, or it has expired.");
    }
}
