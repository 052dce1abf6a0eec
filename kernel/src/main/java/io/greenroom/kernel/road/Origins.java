package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Request;
import java.util.regex.Pattern;

/**
 * What comes in front of paths of this server when they leave: the configured public address, else the one that the request
 * came to. Immutable; threads may share it.
 *
 * @param publicUrl without a trailing slash, empty when none is configured
 * @param fallback for requests that name no usable host
 */
public record Origins(String publicUrl, String fallback) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    public String of(Request request) {
        if (!publicUrl.isEmpty()) {
            return publicUrl;
        }
        return request.header("Host")
                .filter(host -> HOST.matcher(host).matches())
                .map(host -> "http://" + host)
                .orElse(fallback);
    }
}
