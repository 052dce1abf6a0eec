package io.greenroom.parts.registration;

import static io.greenroom.parts.registration.RegistrationTables.QUESTIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The questions that the registrants of one schedule answer beside e-mail address and first name. */
public final class RegistrationQuestions {
    /** The standard questions, in the order of answers. */
    public static final List<String> STANDARD = List.of(
            "last_name",
            "address",
            "city",
            "country",
            "zip",
            "state",
            "phone",
            "industry",
            "org",
            "job_title",
            "purchasing_time_frame",
            "role_in_purchase_process",
            "no_of_employees",
            "comments");

    private static final String FREE_TEXT = "short";
    private static final String SEVERAL = "multiple";
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");

    private final Call call;
    private final String owner;

    public RegistrationQuestions(Call call, String owner) {
        this.call = call;
        this.owner = owner;
    }

    private Optional<Doc> stored() {
        return call.store().find(QUESTIONS, owner);
    }

    /** The questions that are asked. By default registrants are asked for their last name only. */
    public Doc asked() {
        return stored().orElseGet(() -> call.blank(QUESTIONS)
                .put("owner", owner)
                .put(
                        "questions",
                        List.of(call.blank("RegistrationQuestionRecord")
                                .put("field_name", "last_name")
                                .put("required", true)))
                .put("custom_questions", List.of()));
    }

    /** Replaces the lists of questions that a request contains. */
    void change(Doc request) {
        request.docs("questions").forEach(question -> require(question.has("field_name"), "questions"));
        Set<String> titles = new HashSet<>();
        request.docs("custom_questions").forEach(question -> {
            String title = question.text("title", "").strip();
            boolean complete = !title.isEmpty() && titles.add(title) && question.has("type");
            require(
                    complete
                            && (isFreeText(question)
                                    || !question.texts("answers").isEmpty()),
                    "custom_questions");
        });
        call.store().keep(QUESTIONS, asked().copy().take(request));
    }

    private void require(boolean fits, String field) {
        if (!fits) {
            throw call.invalid(field);
        }
    }

    private static boolean isFreeText(Doc question) {
        return question.text("type", FREE_TEXT).equals(FREE_TEXT);
    }

    /**
     * Checks a registrant's answers and completes them: standard questions without an answer have an empty text, and
     * answers to questions that are not asked are left out. The last name is asked for by default, but clients of the
     * API need not give it unless the host requires it.
     *
     * @param profile a new {@code RegistrantRecord}, changed
     * @throws io.greenroom.kernel.doc.Refusal if a required answer is missing or an answer is not one of the choices
     */
    void check(Doc profile) {
        stored().stream()
                .flatMap(kept -> kept.docs("questions").stream())
                .filter(question -> question.flag("required"))
                .map(question -> question.text("field_name"))
                .forEach(field -> require(!profile.text(field, "").isBlank(), field));
        profile.put("custom_questions", answers(profile.docs("custom_questions")));
    }

    private List<Doc> answers(List<Doc> given) {
        List<Doc> answers = new ArrayList<>();
        for (Doc question : asked().docs("custom_questions")) {
            String title = question.text("title").strip();
            Optional<String> value = given.stream()
                    .filter(reply -> reply.text("title", "").strip().equals(title))
                    .map(reply -> reply.text("value", "").strip())
                    .filter(text -> !text.isEmpty())
                    .findFirst();
            require(value.isPresent() || !question.flag("required"), "custom_questions");
            value.ifPresent(text -> {
                require(fits(question, text), "custom_questions");
                answers.add(
                        call.blank("MeetingQuestionReply").put("title", title).put("value", text));
            });
        }
        return answers;
    }

    /** Whether an answer is one of the choices, or several of them where several may be chosen. */
    private static boolean fits(Doc question, String value) {
        List<String> choices =
                question.texts("answers").stream().map(String::strip).toList();
        return isFreeText(question)
                || choices.contains(value)
                || (question.text("type").equals(SEVERAL)
                        && SEPARATOR.splitAsStream(value).map(String::strip).allMatch(choices::contains));
    }

    /** Fills the standard questions that have no answer. */
    static Doc fill(Doc profile) {
        STANDARD.forEach(field -> profile.putIfAbsent(field, ""));
        return profile.putIfAbsent("custom_questions", List.of());
    }
}
