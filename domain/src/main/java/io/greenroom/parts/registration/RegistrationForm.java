package io.greenroom.parts.registration;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.Template;
import io.greenroom.kernel.pages.Template.Html;
import io.greenroom.kernel.pages.Visit;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.Occurrences;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form of a registration page with the schedule's questions, and the request that it stands for. */
final class RegistrationForm {
    private static final Template INPUT = Template.named("/pages/registration-input.html");
    private static final Template SELECT = Template.named("/pages/registration-select.html");
    private static final Template OPTION = Template.named("/pages/registration-option.html");
    private static final Template BOX = Template.named("/pages/registration-box.html");
    private static final Template BOXES = Template.named("/pages/registration-boxes.html");
    private static final Template SOURCE = Template.named("/pages/registration-source.html");
    private static final String PROFILE = "MeetingRegistrantProfile";
    private static final String CUSTOM = "question_";
    private static final String OCCURRENCES = "occurrence_ids";
    private static final long ONE_AT_A_TIME = 2;
    private static final long LONGEST_ANSWER = 2000;

    private final Call call;
    private final Doc schedule;
    private final boolean perOccurrence;
    private final Visit visit;
    private final Doc questions;

    RegistrationForm(Call call, Doc schedule, boolean perOccurrence, Visit visit) {
        this.call = call;
        this.schedule = schedule;
        this.perOccurrence = perOccurrence;
        this.visit = visit;
        this.questions = new RegistrationQuestions(call, schedule.id()).asked();
    }

    /**
     * The page.
     *
     * @param notice why the form is shown again; empty the first time
     */
    Answer answer(RegistrationLayout layout, int status, String notice) {
        List<Html> fields = new ArrayList<>(List.of(standard("first_name", true), standard("email", true)));
        questions
                .docs("questions")
                .forEach(question -> fields.add(standard(question.text("field_name"), question.flag("required"))));
        List<Doc> custom = questions.docs("custom_questions");
        IntStream.range(0, custom.size()).forEach(i -> fields.add(custom(CUSTOM + i, custom.get(i))));
        if (perOccurrence) {
            fields.add(occurrences());
        }
        visit.parameter("source").ifPresent(source -> fields.add(SOURCE.fill(Map.of("source", source))));
        return layout.form(status, call, schedule, notice, Html.all(fields));
    }

    private Html standard(String field, boolean required) {
        Schema schema = property(call, field).schema();
        List<String> choices = schema.allowed().stream()
                .map(Object::toString)
                .filter(choice -> !choice.isEmpty())
                .toList();
        if (!choices.isEmpty()) {
            return select(field, label(field), choices, required);
        }
        Long longest = schema.limits().max();
        return input(
                field,
                label(field),
                field.equals("email") ? "email" : "text",
                longest == null ? LONGEST_ANSWER : longest,
                required);
    }

    private static Property property(Call call, String field) {
        return call.blank(PROFILE).schema().property(field).orElseThrow();
    }

    private Html custom(String id, Doc question) {
        String title = question.text("title");
        boolean required = question.flag("required");
        return switch (question.text("type")) {
            case "short" -> input(id, title, "text", LONGEST_ANSWER, required);
            case "multiple" ->
                boxes(
                        title,
                        question.texts("answers").stream()
                                .map(answer -> box(id, "checkbox", answer, answer))
                                .toList());
            default -> select(id, title, question.texts("answers"), required);
        };
    }

    private Html input(String id, String label, String type, long longest, boolean required) {
        return INPUT.fill(Map.of(
                "id",
                id,
                "label",
                label,
                "type",
                type,
                "longest",
                Long.toString(longest),
                "value",
                visit.isPost() ? visit.parameter(id).orElse("") : "",
                "required",
                required(required)));
    }

    private Html select(String id, String label, List<String> choices, boolean required) {
        List<Html> options = Stream.concat(Stream.of(""), choices.stream())
                .map(choice -> OPTION.fill(Map.of("value", choice, "selected", selected(id, choice))))
                .toList();
        return SELECT.fill(
                Map.of("id", id, "label", label, "options", Html.all(options), "required", required(required)));
    }

    private Html selected(String id, String choice) {
        boolean chosen = visit.isPost() && visit.fields(id).contains(choice);
        return chosen ? new Html(" selected") : Html.NONE;
    }

    private static Html required(boolean required) {
        return required ? new Html("required") : Html.NONE;
    }

    private static Html boxes(String title, List<Html> boxes) {
        return BOXES.fill(Map.of("title", title, "boxes", Html.all(boxes)));
    }

    private static Html box(String name, String type, String value, String label) {
        return BOX.fill(Map.of("name", name, "type", type, "value", value, "label", label));
    }

    /** The occurrences to choose from: one or several of them. */
    private Html occurrences() {
        boolean one = schedule.doc("settings").number("registration_type") == ONE_AT_A_TIME;
        ZoneId zone = ZoneId.of(schedule.text("timezone"));
        return boxes(
                "Choose a time",
                Occurrences.coming(schedule, call.now()).stream()
                        .map(occurrence -> box(
                                OCCURRENCES,
                                one ? "radio" : "checkbox",
                                occurrence.text("occurrence_id"),
                                Invitation.time(occurrence.instant("start_time"), zone)))
                        .toList());
    }

    /** The ids of the occurrences that a visitor has chosen. */
    static Optional<String> occurrences(Visit visit) {
        return Optional.of(String.join(",", visit.fields(OCCURRENCES))).filter(ids -> !ids.isEmpty());
    }

    /** The request's body that a sent form stands for. */
    static Doc body(Call call, Doc schedule, Visit visit) {
        Doc body = new Doc(Schema.anyObject());
        Stream.concat(Stream.of("email", "first_name"), RegistrationQuestions.STANDARD.stream())
                .forEach(field -> visit.parameter(field).ifPresent(value -> body.put(field, value)));
        visit.parameter("source").ifPresent(source -> body.put("source_id", source));
        List<Doc> custom =
                new RegistrationQuestions(call, schedule.id()).asked().docs("custom_questions");
        List<Doc> replies = new ArrayList<>();
        for (int i = 0; i < custom.size(); i++) {
            String value = String.join(", ", visit.fields(CUSTOM + i));
            if (!value.isBlank()) {
                replies.add(new Doc(Schema.anyObject())
                        .put("title", custom.get(i).text("title"))
                        .put("value", value));
            }
        }
        return body.put("custom_questions", replies);
    }

    /** How the page calls a field. */
    static String label(String field) {
        return switch (field) {
            case "email" -> "E-mail address";
            case "zip" -> "ZIP or postal code";
            case "country" -> "Country, as two letters";
            case "org" -> "Organization";
            case "no_of_employees" -> "Number of employees";
            default -> {
                String words = field.replace('_', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }
}
