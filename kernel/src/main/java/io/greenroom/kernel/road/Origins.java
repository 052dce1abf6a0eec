package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Request;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What comes in front of paths of this server when they leave: the configured public address, else the one that the
 * request came to. Threads may share it.
 */
public final class Origins {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private final String publicUrl;
    private final String fallback;
    /** Nearly all requests name the host that the one before has named. */
    private volatile @Nullable Named last;

    private record Named(String host, String origin) {}

    /**
     * Where paths of an installation lead.
     *
     * @param publicUrl without a trailing slash, empty when none is configured
     * @param fallback for requests that name no usable host
     */
    public Origins(String publicUrl, String fallback) {
        this.publicUrl = publicUrl;
        this.fallback = fallback;
    }

    public String of(Request request) {
        return publicUrl.isEmpty() ? request.header("Host").map(this::named).orElse(fallback) : publicUrl;
    }

    private String named(String host) {
        Named before = last;
        if (before != null && before.host().equals(host)) {
            return before.origin();
        }
        if (!HOST.matcher(host).matches()) {
            return fallback;
        }
        Named now = new Named(host, "http://" + host);
        last = now;
        return now.origin();
    }
}
