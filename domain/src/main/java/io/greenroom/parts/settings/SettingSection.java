package io.greenroom.parts.settings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/**
 * A section of the settings that requests get and update only when their {@code option} names it. Threads may share it.
 */
public interface SettingSection {

    /** Whether an {@code option} of a query names this section. */
    boolean isNamed(String option);

    /** The fields of the settings that belong to it. */
    List<String> fields();

    /** Adds to the settings what the section shows and keeps elsewhere. */
    void show(Call call, List<LayerKey> keys, Doc settings);

    /**
     * Updates what the section keeps elsewhere, as the request asks.
     *
     * @param change the change of the settings that the same request made, to be completed
     */
    void change(Call call, List<LayerKey> keys, Changes change);
}
