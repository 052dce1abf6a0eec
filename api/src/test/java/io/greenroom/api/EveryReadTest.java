package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.FurnishedAccount.Asked;
import io.greenroom.contract.Failure;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every GET, in an account with one of everything: the answer fits the published document. */
@GreenroomTest
@Tag("postgres")
class EveryReadTest {

    @Test
    void answersAsTheDocumentSays(Scene scene) {
        FurnishedAccount account = FurnishedAccount.of(scene);
        PublishedDocument document = new PublishedDocument(scene.contract());
        List<Asked> reads = account.reads();
        List<String> faults = new ArrayList<>();
        for (Asked asked : reads) {
            if (asked.served()) {
                document.faults(asked.operation(), asked.reply()).forEach(fault -> faults.add(asked + ": " + fault));
            } else if (!mayRefuse(scene, asked)) {
                faults.add(asked + ": " + asked.reply().status() + " "
                        + asked.reply().text());
            }
        }

        assertThat(account.made())
                .hasSizeGreaterThan((int) FurnishedAccount.makers(scene).count() / 2);
        assertThat(reads.stream().filter(Asked::served)).hasSizeGreaterThan(30);
        assertThat(faults).isEmpty();
    }

    private static boolean mayRefuse(Scene scene, Asked asked) {
        Doc answer = asked.reply().json();
        boolean built = scene.isBuilt(asked.operation());
        return scene.contract().failures().values().stream()
                .filter(failure -> built ? asked.operation().declares(failure) : failure.everywhere())
                .filter(failure ->
                        failure.status() < 500 || (!built && failure.name().equals("not-built")))
                .filter(failure -> failure.status() == asked.reply().status())
                .anyMatch(failure -> failure.code() == answer.number("code")
                        && like(failure).matcher(answer.text("message")).matches());
    }

    private static Pattern like(Failure failure) {
        return Pattern.compile(Stream.of(failure.message().split("\\{\\w+}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
