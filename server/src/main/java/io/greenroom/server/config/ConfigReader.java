package io.greenroom.server.config;

import io.greenroom.server.config.Config.Value;
import io.greenroom.server.config.Setting.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges the sources of settings and reports all faults at once. */
final class ConfigReader {
    /** Environment variables that the start script and the tests read, not the server. */
    private static final Set<String> NOT_OURS = Set.of("GREENROOM_JAVA_OPTS", "GREENROOM_TEST_POSTGRES_URL");

    private final List<String> faults = new ArrayList<>();
    private final List<Source> sources;

    /** The settings of one source, by their names in its spelling. */
    private record Source(Spelling spelling, Map<String, String> settings) {}

    ConfigReader(Sources from) {
        this.sources = List.of(
                new Source(Spelling.OPTION, Arguments.read(from.arguments(), faults)),
                new Source(Spelling.PROPERTY, named(from.properties(), "greenroom.")),
                new Source(Spelling.VARIABLE, named(from.environment(), "GREENROOM_")),
                new Source(Spelling.YAML, Files.isRegularFile(from.file()) ? YamlFile.read(from.file()) : Map.of()));
    }

    private static Map<String, String> named(Map<String, String> all, String prefix) {
        Map<String, String> ours = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix) && !NOT_OURS.contains(name)) {
                ours.put(name, value);
            }
        });
        return ours;
    }

    Config read() {
        sources.forEach(this::refuseUnknown);
        Profile profile = profile();
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, valid(setting, value(setting, profile)));
        }
        Config config = new Config(values);
        refuseContradictions(config, profile);
        if (!faults.isEmpty()) {
            throw new ConfigFault(faults);
        }
        return config;
    }

    private void refuseUnknown(Source source) {
        Set<String> known = new HashSet<>();
        for (Setting setting : Setting.values()) {
            known.add(setting.spelled(source.spelling));
            if (setting.isSecret()) {
                known.add(setting.fileSpelled(source.spelling));
            }
        }
        for (String name : source.settings.keySet()) {
            if (!known.contains(name)) {
                faults.add(name + " is no setting"
                        + Nearest.to(name, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
        }
    }

    private Profile profile() {
        String word = value(Setting.PROFILE, Profile.DEV).text();
        return Setting.PROFILE.kind().accepts().test(word)
                ? Profile.valueOf(word.toUpperCase(Locale.ROOT))
                : Profile.DEV;
    }

    private Value value(Setting setting, Profile profile) {
        for (Source source : sources) {
            String name = setting.spelled(source.spelling);
            String value = source.settings.get(name);
            if (value != null) {
                return new Value(value.strip(), name);
            }
            Optional<Value> secret = setting.isSecret() ? fromFile(setting, source) : Optional.empty();
            if (secret.isPresent()) {
                return secret.get();
            }
        }
        return new Value(setting.standard(profile), "profile " + profile.name().toLowerCase(Locale.ROOT));
    }

    private Optional<Value> fromFile(Setting setting, Source source) {
        String name = setting.fileSpelled(source.spelling);
        String file = source.settings.get(name);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Value(Files.readString(Path.of(file)).strip(), name));
        } catch (IOException e) {
            faults.add(name + ": " + file + " cannot be read");
            return Optional.of(new Value("", name));
        }
    }

    private Value valid(Setting setting, Value value) {
        if (!setting.kind().accepts().test(value.text())) {
            String shown = setting.isSecret() ? "its value" : "\"" + value.text() + "\"";
            faults.add(
                    value.origin() + ": " + shown + " must be " + setting.kind().description());
        }
        return value;
    }

    private void refuseContradictions(Config config, Profile profile) {
        boolean folder = config.optional(Setting.DATA).isPresent();
        boolean database = config.optional(Setting.DATABASE).isPresent();
        if (profile == Profile.PRODUCTION && !folder) {
            faults.add("profile production needs --data, a folder to keep "
                    + (database ? "people's files in" : "everything in"));
        }
        if (config.optional(Setting.MAIL_SMTP).isPresent()
                && config.optional(Setting.MAIL_FROM).isEmpty()) {
            faults.add("mail.smtp needs --mail-from, the sender of mails");
        }
        if (config.text(Setting.MAIL_USER).isEmpty()
                != config.text(Setting.MAIL_PASSWORD).isEmpty()) {
            faults.add("mail.user and mail.password need each other");
        }
        if (profile == Profile.PRODUCTION) {
            refuseUnsafe(config);
        }
    }

    /** Production needs a public URL, and each setting below its safe defaults must be confirmed. */
    private void refuseUnsafe(Config config) {
        if (config.optional(Setting.PUBLIC_URL).isEmpty()) {
            faults.add("profile production needs --public-url, the address that others reach this server by");
        }
        List<String> confirmed = config.list(Setting.PRODUCTION_ALLOW);
        for (Setting setting : Setting.values()) {
            boolean permissive = Setting.PRODUCTION_ALLOW.kind().accepts().test(setting.key())
                    && !config.text(setting).equals(setting.standard(Profile.PRODUCTION));
            if (permissive && !confirmed.contains(setting.key())) {
                faults.add("profile production refuses " + setting.key() + " " + config.text(setting) + " ("
                        + config.value(setting).origin() + "); --production-allow=" + setting.key() + " confirms it");
            }
        }
    }
}
