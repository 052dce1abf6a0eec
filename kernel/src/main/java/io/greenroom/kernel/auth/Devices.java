package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.DEVICE_REQUESTS;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Device authorization requests that wait for approval (RFC 8628), stored in the app's account. Threads may share it.
 */
public final class Devices {
    public static final Duration LIFE = Duration.ofMinutes(15);
    public static final int INTERVAL_SECONDS = 5;

    /** Tolerance for clients that poll at exactly the interval while the network delay varies. */
    private static final Duration LENIENCE = Duration.ofSeconds(1);

    /** Letters of user codes: no vowels, so codes form no words, and no letters that look alike. */
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int USER_CODE_LETTERS = 8;
    private static final int DEVICE_CODE_BYTES = 32;

    private final OAuthScope scope;

    public Devices(OAuthScope scope) {
        this.scope = scope;
    }

    /** Device code and user code of a new request. */
    public record CodePair(String deviceCode, String userCode) {}

    public CodePair open(Transaction unit, Doc app) {
        Grants.checkActive(unit, app);
        Instant now = scope.now(unit);
        ShortLived.makeRoom(unit, DEVICE_REQUESTS, app.id(), now);
        String letters = Secrets.letters(ALPHABET, USER_CODE_LETTERS);
        CodePair codes = new CodePair(Secrets.token(DEVICE_CODE_BYTES), letters);
        unit.insert(
                DEVICE_REQUESTS,
                unit.blank(DEVICE_REQUESTS)
                        .put("id", Secrets.hash(codes.deviceCode()))
                        .put("account_id", unit.account())
                        .put("app_id", app.id())
                        .put("user_code", letters)
                        .put("state", "pending")
                        .put("interval", INTERVAL_SECONDS)
                        .put("expires", now.plus(LIFE).getEpochSecond()));
        return codes;
    }

    /** Formats a user code for display, in two halves. */
    public static String readable(String letters) {
        int half = USER_CODE_LETTERS / 2;
        return letters.substring(0, half) + "-" + letters.substring(half);
    }

    /** Finds the waiting request with a user code as typed (any case, with or without the hyphen), in any account. */
    public Optional<Doc> waiting(Transaction unit, String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return unit.across(DEVICE_REQUESTS)
                .where("user_code", letters)
                .first()
                .filter(device -> device.text("state").equals("pending"))
                .filter(device -> !expired(unit, device));
    }

    public boolean expired(Transaction unit, Doc device) {
        return scope.now(unit.as(device.text("account_id"))).getEpochSecond() >= device.number("expires");
    }

    public void approve(Transaction unit, Doc device, People.Person person) {
        unit.update(
                DEVICE_REQUESTS,
                device.copy()
                        .put("state", "approved")
                        .put("user_account", person.account())
                        .put("user_id", person.id()));
    }

    public void deny(Transaction unit, Doc device) {
        unit.update(DEVICE_REQUESTS, device.copy().put("state", "denied"));
    }

    /** Finds the request of a device code. */
    public Optional<Doc> find(Transaction unit, String deviceCode, String appId) {
        return unit.find(DEVICE_REQUESTS, Secrets.hash(deviceCode))
                .filter(device -> device.text("app_id").equals(appId));
    }

    /**
     * Records a poll of the device. Returns false for a poll that came too soon, which also adds five seconds to the
     * interval.
     */
    public boolean asked(Transaction unit, Doc device) {
        long now = scope.now(unit).toEpochMilli();
        long interval = device.number("interval");
        long due = device.number("asked", 0) + interval * 1000 - LENIENCE.toMillis();
        boolean patient = now >= due;
        unit.update(
                DEVICE_REQUESTS,
                device.copy().put("asked", now).put("interval", patient ? interval : interval + INTERVAL_SECONDS));
        return patient;
    }

    /** Deletes the requests of an app. */
    static void forget(Transaction unit, Doc app) {
        unit.in(DEVICE_REQUESTS)
                .where("app_id", app.id())
                .list()
                .forEach(device -> unit.delete(DEVICE_REQUESTS, device));
    }

    public void use(Transaction unit, Doc device) {
        unit.delete(DEVICE_REQUESTS, device);
    }
}
