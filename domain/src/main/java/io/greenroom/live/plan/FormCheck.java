package io.greenroom.live.plan;

import io.greenroom.kernel.doc.Texts;
import io.greenroom.live.plan.BadScript.Collector;
import io.greenroom.live.plan.Node.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks values of a script by their forms. */
final class FormCheck {
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off");
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final int LONGEST_NUMBER = 18;

    private final Collector faults;

    FormCheck(Collector faults) {
        this.faults = faults;
    }

    /** Whether a text of a {@link Form.Flag} means true. */
    static boolean isTrue(String text) {
        return TRUE.contains(text);
    }

    void check(Node node, Form form) {
        if (!isKind(node, form)) {
            faults.add(node.place(), "must be " + what(form));
            return;
        }
        switch (form) {
            case Form.Either either -> either(node, either);
            case Form.Listing listing -> listing((Node.Items) node, listing);
            case Form.Known known -> known((Node.Fields) node, known.fields());
            case Form.Named named -> named((Node.Fields) node, named);
            case Form.Word word
            when !word.words().contains(node.word()) ->
                faults.add(node.place(), Nearest.unknown(node.word(), word.words()));
            case Form.Text text when node.word().isBlank() -> faults.add(node.place(), "must not be empty");
            case Form.Text _, Form.Word _, Form.Whole _, Form.Flag _, Form.Matching _ -> {
                if (!accepts(node.word(), form)) {
                    faults.add(node.place(), "must be " + what(form));
                }
            }
        }
    }

    private static boolean accepts(String text, Form form) {
        return Texts.isStorable(text)
                && switch (form) {
                    case Form.Text some -> text.length() <= some.max();
                    case Form.Whole number -> isWithin(text, number);
                    case Form.Flag _ -> FLAGS.contains(text);
                    case Form.Matching matching ->
                        text.length() <= Times.LONGEST
                                && matching.pattern().matcher(text).matches();
                    case Form.Word _, Form.Either _, Form.Listing _, Form.Known _, Form.Named _ -> true;
                };
    }

    private static boolean isWithin(String text, Form.Whole number) {
        boolean digits = text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+");
        return digits && Long.parseLong(text) >= number.min() && Long.parseLong(text) <= number.max();
    }

    private static boolean isKind(Node node, Form form) {
        return switch (form) {
            case Form.Either either -> either.forms().stream().anyMatch(one -> isKind(node, one));
            case Form.Listing _ -> node instanceof Node.Items;
            case Form.Known _, Form.Named _ -> node instanceof Node.Fields;
            case Form.Text _, Form.Word _, Form.Whole _, Form.Flag _, Form.Matching _ -> node instanceof Node.Text;
        };
    }

    private void either(Node node, Form.Either either) {
        List<Form> fitting =
                either.forms().stream().filter(form -> isKind(node, form)).toList();
        if (fitting.stream().noneMatch(form -> isAccepted(node, form))) {
            check(node, fitting.getLast());
        }
    }

    private static boolean isAccepted(Node node, Form form) {
        Collector trial = new Collector();
        new FormCheck(trial).check(node, form);
        return trial.count() == 0;
    }

    private void listing(Node.Items list, Form.Listing form) {
        if (list.items().size() > form.max()) {
            faults.add(list.place(), "has more than " + form.max() + " items");
            return;
        }
        list.items().forEach(item -> check(item, form.item()));
    }

    private void known(Node.Fields object, Map<String, Form> forms) {
        for (Field field : object.fields()) {
            Form form = forms.get(field.name());
            if (form == null) {
                faults.add(field.place(), Nearest.unknown(field.name(), forms.keySet()));
            } else {
                check(field.value(), form);
            }
        }
    }

    private void named(Node.Fields object, Form.Named form) {
        if (object.fields().size() > form.max()) {
            faults.add(object.place(), "has more than " + form.max() + " entries");
            return;
        }
        for (Field field : object.fields()) {
            if (field.name().isBlank()
                    || field.name().length() > Grammar.LONGEST_NAME
                    || !Texts.isStorable(field.name())) {
                faults.add(field.place(), "a name has 1 to " + Grammar.LONGEST_NAME + " characters");
            }
            check(field.value(), form.value());
        }
    }

    /** A form in words. */
    private static String what(Form form) {
        return switch (form) {
            case Form.Text text -> "a text of at most " + text.max() + " characters";
            case Form.Word word -> "one of " + String.join(", ", word.words());
            case Form.Whole number -> "a whole number from " + number.min() + " to " + number.max();
            case Form.Flag _ -> "true or false";
            case Form.Matching matching -> matching.what();
            case Form.Listing listing -> "a list";
            case Form.Known _, Form.Named _ -> "an object";
            case Form.Either either ->
                either.forms().stream().map(FormCheck::what).distinct().collect(Collectors.joining(" or "));
        };
    }
}
