package io.greenroom.server.control;

import io.greenroom.kernel.http.Request;
import java.util.List;

/** The headers by which proxies, tunnels and content delivery networks say that they forward a request. */
final class ProxyHeaders {
    private static final List<String> NAMES = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded",
            "X-Forwarded-By",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Path",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Protocol",
            "X-Forwarded-Scheme",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Forwarded-Uri",
            "Forwarded-For",
            "Front-End-Https",
            "X-Real-IP",
            "X-Real-Port",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "X-Original-Forwarded-For",
            "X-Original-Host",
            "X-Original-URI",
            "X-Original-URL",
            "X-Scheme",
            "X-Request-Start",
            "X-ProxyUser-Ip",
            "Proxy-Client-IP",
            "WL-Proxy-Client-IP",
            "Client-IP",
            "True-Client-IP",
            "Fastly-Client-IP",
            "Fly-Client-IP",
            "Fly-Forwarded-Port",
            "CF-Connecting-IP",
            "CF-Connecting-IPv6",
            "CF-IPCountry",
            "CF-Ray",
            "CF-Visitor",
            "CF-Worker",
            "CDN-Loop",
            "X-Amzn-Trace-Id",
            "X-Amz-Cf-Id",
            "CloudFront-Forwarded-Proto",
            "CloudFront-Viewer-Address",
            "X-Azure-ClientIP",
            "X-Azure-SocketIP",
            "X-Appengine-User-Ip",
            "X-Cloud-Trace-Context",
            "X-Envoy-External-Address",
            "X-Envoy-Original-Path",
            "X-Vercel-Forwarded-For",
            "Tailscale-User-Login");

    private ProxyHeaders() {}

    /** Whether a request carries any of them. */
    static boolean in(Request request) {
        return NAMES.stream().anyMatch(name -> request.header(name).isPresent());
    }
}
