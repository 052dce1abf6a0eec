package io.greenroom.server;

import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import java.util.Arrays;
import java.util.List;

/** The output of {@code greenroom config}: each setting, its value and its source. Secrets are masked. */
final class ConfigTable {
    private ConfigTable() {}

    static List<String> lines(Config config) {
        return Arrays.stream(Setting.values())
                .map(setting -> line(setting, config.value(setting)))
                .toList();
    }

    private static String line(Setting setting, Config.Value value) {
        String shown = setting.isSecret() && !value.text().isEmpty() ? "(secret)" : value.text();
        return "%-26s %-26s %s".formatted(setting.key(), shown.isEmpty() ? "-" : shown, value.origin());
    }
}
