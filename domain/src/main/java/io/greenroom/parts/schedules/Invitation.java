package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.recurrence.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The invitation text of a schedule. Programs parse it line by line, so the lines are those of the vendor's texts since
 * mid 2020, as Moodle's parser and captured answers have them.
 */
public final class Invitation {
    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, yyyy hh:mm a", Locale.ENGLISH);
    private static final String INDENT = "        ";

    private final Doc schedule;
    private final Doc host;
    private final String origin;
    private final List<String> lines = new ArrayList<>();

    private Invitation(Doc schedule, Doc host, String origin) {
        this.schedule = schedule;
        this.host = host;
        this.origin = origin;
    }

    /** The text, with the start in the zone of the schedule. */
    public static String text(Call call, Doc schedule, Doc host) {
        return new Invitation(schedule, host, call.origin()).text();
    }

    private String text() {
        add(
                PersonName.of(host) + " is inviting you to a scheduled Zoom meeting.",
                "",
                "Topic: " + schedule.text("topic", ""));
        schedule.optionalText("start_time").ifPresent(start -> add("Time: " + time(Instant.parse(start))));
        rule().ifPresent(rule -> add(INDENT + rule));
        Occurrences.available(schedule)
                .map(occurrence -> INDENT + time(occurrence.instant("start_time")))
                .forEach(this::add);
        add("", "Join Zoom Meeting", origin + schedule.text("join_url"), "");
        addNumber(schedule.optionalText("password"));
        addTelephones();
        add("Join by SIP", schedule.id() + "@zoomcrc.com", "");
        return String.join(LINE_END, lines);
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private void addNumber(Optional<String> passcode) {
        add("Meeting ID: " + spaced(number()));
        passcode.ifPresent(code -> add("Passcode: " + code));
    }

    private void addTelephones() {
        List<Doc> numbers = schedule.doc("settings").docs("global_dial_in_numbers");
        if (numbers.isEmpty()) {
            add("");
            return;
        }
        Optional<String> code =
                schedule.mayHold("pstn_password") ? schedule.optionalText("pstn_password") : Optional.empty();
        add("One tap mobile");
        numbers.stream()
                .limit(2)
                .forEach(one -> add(one.text("number").replace(" ", "") + ",," + number() + "#"
                        + code.map(digits -> ",,,,*" + digits + "#").orElse("") + " " + place(one)));
        add("", "Dial by your location");
        numbers.forEach(one -> add(INDENT + one.text("number") + " " + place(one)));
        addNumber(code);
        add("Find your local number: " + origin + "/u/" + schedule.id(), "");
    }

    private static String place(Doc number) {
        String city = number.text("city", "");
        return city.isEmpty() ? number.text("country_name") : number.text("country") + " (" + city + ")";
    }

    private String number() {
        return schedule.mayHold("pmi") && schedule.has("pmi") ? schedule.text("pmi") : schedule.id();
    }

    private String time(Instant start) {
        return time(start, ZoneId.of(schedule.text("timezone")));
    }

    /** A time in a zone, and the city of the zone. */
    public static String time(Instant start, ZoneId zone) {
        String id = zone.getId();
        return TIME.format(start.atZone(zone)) + " "
                + id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private Optional<String> rule() {
        ZoneId zone = ZoneId.of(schedule.text("timezone"));
        long planned = Stream.ofNullable(schedule.get("occurrences"))
                .flatMap(any -> schedule.docs("occurrences").stream())
                .count();
        return schedule.optionalDoc("recurrence")
                .flatMap(fields -> Recurrence.of(fields, zone))
                .map(recurrence -> recurrence.text() + ", " + planned + " occurrence(s)");
    }

    /** A number in groups, as people read it: {@code 123 4567 8901}. */
    private static String spaced(String number) {
        int first = 3;
        int second = number.length() > 10 ? 7 : 6;
        return number.substring(0, first) + " " + number.substring(first, second) + " " + number.substring(second);
    }
}
