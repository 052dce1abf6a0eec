package io.greenroom.server;

import io.greenroom.server.config.Setting;
import java.util.ArrayList;
import java.util.List;

/** The output of {@code greenroom help}. */
final class Help {
    private Help() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "greenroom [start] [options]   starts the server",
                "greenroom env [options]       prints the demo account's credentials as shell lines",
                "greenroom config [options]    prints each setting, its value and where it comes from",
                "greenroom version, greenroom help",
                "",
                "Settings, in square brackets what they are when nobody sets them. --public-url is also",
                "GREENROOM_PUBLIC_URL, -Dgreenroom.public-url and public-url in ./greenroom.yaml; what holds a secret",
                "may be read from a file: --control-token-file.",
                ""));
        for (Setting setting : Setting.values()) {
            lines.add("  " + setting.option() + " " + setting.placeholder());
            String standards = setting.standards();
            lines.add("      " + setting.description() + (standards.isEmpty() ? "" : " [" + standards + "]"));
        }
        return lines;
    }
}
