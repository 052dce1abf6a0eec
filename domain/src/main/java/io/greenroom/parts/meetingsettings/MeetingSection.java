package io.greenroom.parts.meetingsettings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingSection;
import java.util.List;
import java.util.Optional;

/** The sections of meeting settings. */
public enum MeetingSection implements SettingSection {
    MEETING_AUTHENTICATION("meeting_authentication"),
    RECORDING_AUTHENTICATION("recording_authentication"),
    MEETING_SECURITY("meeting_security");

    static final String OPTIONS = "authentication_options";

    private final String field;

    MeetingSection(String field) {
        this.field = field;
    }

    /** The published file misspells the option of the operation that updates a user's settings. */
    @Override
    public boolean isNamed(String option) {
        return field.equals(option.replace("secuirty", "security"));
    }

    @Override
    public List<String> fields() {
        return List.of(field, OPTIONS);
    }

    /** The list of authentication options that belongs to this section. */
    public Optional<AuthenticationOptions> options() {
        return switch (this) {
            case MEETING_AUTHENTICATION -> Optional.of(AuthenticationOptions.MEETING);
            case RECORDING_AUTHENTICATION -> Optional.of(AuthenticationOptions.RECORDING);
            case MEETING_SECURITY -> Optional.empty();
        };
    }

    @Override
    public void show(Call call, List<LayerKey> keys, Doc settings) {
        options().ifPresent(options -> settings.put(OPTIONS, options.effective(call, keys)));
    }

    @Override
    public void change(Call call, List<LayerKey> keys, Changes change) {
        options().ifPresent(options -> call.body()
                .optionalDoc("authentication_option")
                .ifPresent(option -> options.change(call, keys, option)));
    }
}
