package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Request;

/**
 * What comes in front of paths of this server when they leave: the configured public address, else the one that the
 * request came to. Threads may share it.
 *
 * @param publicUrl without a trailing slash, empty when none is configured
 */
public record Origins(String publicUrl) {

    public String of(Request request) {
        return publicUrl.isEmpty() ? "http://" + request.host() : publicUrl;
    }
}
