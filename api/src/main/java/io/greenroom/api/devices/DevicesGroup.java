package io.greenroom.api.devices;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The Devices group: room systems of other vendors that use H.323 or SIP. */
public final class DevicesGroup implements ApiGroup {

    @Override
    public List<Table> tables() {
        return List.of(DeviceHandler.DEVICES);
    }

    @Override
    public void bind(Bindings on) {
        new DeviceHandler().bind(on);
    }
}
