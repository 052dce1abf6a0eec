package io.greenroom.api.devices;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.names.Name;

/** The H.323 and SIP devices of the account. */
final class DeviceHandler {
    static final Table DEVICES =
            Table.of("h323_devices", "H323DeviceRecord").columns("name_key").counted();

    void bind(Bindings on) {
        on.resolve("h323-device", DEVICES);
        on.page("deviceList", DeviceHandler::list);
        on.doc("deviceCreate", DeviceHandler::create);
        on.done("deviceDelete", DeviceHandler::remove);
        on.done("deviceUpdate", DeviceHandler::change);
    }

    private static Page list(Call call) {
        return Page.of(
                call.store().in(DEVICES).page(call.page().start(), call.page().size()));
    }

    private static Doc create(Call call) {
        Doc device = call.blank(DEVICES).put("id", call.ids().next());
        return call.store().insert(DEVICES, named(call, device));
    }

    private static void change(Call call) {
        call.store().update(DEVICES, named(call, call.named("deviceId").copy()));
    }

    private static void remove(Call call) {
        call.store().delete(DEVICES, call.named("deviceId"));
    }

    /** Applies the request to a device; refuses a name that another device has, regardless of case and spacing. */
    private static Doc named(Call call, Doc device) {
        Name name = Name.of(call.body().text("name"));
        boolean used = call.store().in(DEVICES).where("name_key", name.key()).list().stream()
                .anyMatch(other -> !other.id().equals(device.id()));
        if (used) {
            throw call.refuse("h323-device-name-used", "displayName", name.text());
        }
        return device.take(call.body()).put("name", name.text()).put("name_key", name.key());
    }
}
