package io.greenroom.testkit;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Facts;
import java.util.List;

/** Writes the documentation page that lists, for each fact, the groups that publish it and the groups that listen. */
final class FactsPage {
    private FactsPage() {}

    static String text(Contract contract, List<ApiGroup> groups) {
        Bindings bindings = new Bindings(contract);
        groups.forEach(bindings::add);
        StringBuilder text = new StringBuilder(
                """
                # Facts

                Written by `mvn verify` from the bindings of the groups. A group publishes a fact in the unit of the \
                change; its
                listeners act in the same unit.

                | fact | published by | listeners |
                | --- | --- | --- |
                """);
        bindings.facts().entries().forEach(fact -> text.append(row(fact)));
        return text.toString();
    }

    private static String row(Facts.Entry fact) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        fact.type().getSimpleName(),
                        String.join(", ", fact.publishers()),
                        String.join(", ", fact.listeners()));
    }
}
