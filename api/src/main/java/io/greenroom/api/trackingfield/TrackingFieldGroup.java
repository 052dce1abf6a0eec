package io.greenroom.api.trackingfield;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The TrackingField group: fields that classify an account's meetings. */
public final class TrackingFieldGroup implements ApiGroup {

    /** The tracking fields of accounts. */
    public TrackingFields fields() {
        return TrackingFieldHandler::shown;
    }

    @Override
    public List<Table> tables() {
        return List.of(TrackingFieldHandler.FIELDS);
    }

    @Override
    public void bind(Bindings on) {
        new TrackingFieldHandler().bind(on);
    }
}
