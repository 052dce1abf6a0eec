package io.greenroom.server;

import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import java.util.Arrays;
import java.util.List;

/** What {@code greenroom config} prints: each setting, its value and where it comes from. Secrets stay hidden. */
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
