package io.greenroom.server.faults;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The presets: sets of rules for usual troubles, each a file beside this program. */
final class FaultPresets {
    static final List<String> NAMES =
            List.of("expired-tokens", "flaky-5xx", "rate-limit-storm", "slow-reports", "token-endpoint-down");

    private FaultPresets() {}

    /**
     * The rules of a preset.
     *
     * @param name one of {@link #NAMES}
     */
    static List<Doc> rules(String name, Schema order) {
        try (InputStream file = FaultPresets.class.getResourceAsStream("/faults/" + name + ".json")) {
            if (file == null) {
                throw new ContractViolation("There is no preset " + name);
            }
            String rules = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Json.read(Schema.anyObject(), "{\"rules\":" + rules + "}").docs("rules").stream()
                    .map(rule -> new Doc(order).take(rule))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The preset " + name + " cannot be read", e);
        }
    }
}
